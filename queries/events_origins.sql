-- From where did people come to the events of a plan, and to which of them?
-- grain:   one row per event or series and home city
-- reads:   event_origins, events, provinces
-- params:  $plan_id varchar, $kinds varchar[] (empty list = all), $event_ids varchar[] (empty
--          list = all)
-- returns: event_id varchar, name_es varchar, name_en varchar, is_series boolean, city varchar,
--          province_code varchar, province_es varchar, lat decimal(9,6), lon decimal(9,6),
--          point_precision varchar, attendees bigint, to_city varchar, to_lat decimal(9,6),
--          to_lon decimal(9,6), sources struct(source_id varchar, locator varchar)[]
select
    events.event_id, events.name_es, events.name_en,
    events.event_id is not distinct from events.series_id as is_series,
    event_origins.city, event_origins.province_code, provinces.name_es as province_es,
    event_origins.lat, event_origins.lon, event_origins.point_precision, event_origins.attendees,
    -- a series has no place of its own, so who of it went where is not known
    case when events.event_id is distinct from events.series_id then events.city end as to_city,
    case when events.event_id is distinct from events.series_id then events.lat end as to_lat,
    case when events.event_id is distinct from events.series_id then events.lon end as to_lon,
    [{'source_id': event_origins.source_id, 'locator': event_origins.locator}] as sources
from event_origins
inner join events using (event_id)
left join provinces on provinces.province_code = event_origins.province_code
where events.plan_id = $plan_id
    and (len($kinds::varchar[]) = 0 or list_contains($kinds::varchar[], events.kind))
    and (len($event_ids::varchar[]) = 0 or list_contains($event_ids::varchar[], events.event_id))
order by events.event_id, event_origins.city
