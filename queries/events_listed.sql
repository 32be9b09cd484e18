-- Which events and series of a plan are known?
-- grain:   one row per event, and one per series
-- reads:   events, provinces, codes
-- params:  $plan_id varchar, $kinds varchar[] (empty list = all), $from_on date (null = no limit),
--          $until_on date (null = no limit), $province_codes varchar[] (empty list = all)
-- returns: event_id varchar, kind varchar, status varchar, name_es varchar, name_en varchar,
--          is_series boolean, series_id varchar, series_count bigint, series_known bigint,
--          city varchar, province_code varchar, province_es varchar, modality varchar,
--          lat decimal(9,6), lon decimal(9,6), starts_on date, ends_on date,
--          date_precision varchar, attendees bigint,
--          sources struct(source_id varchar, locator varchar)[]
select
    events.event_id, events.kind, events.status, events.name_es, events.name_en,
    events.event_id is not distinct from events.series_id as is_series,
    events.series_id, events.series_count,
    case when events.event_id is not distinct from events.series_id
        then count(*) over (partition by coalesce(events.series_id, events.event_id)) - 1
    end as series_known,
    events.city, events.province_code, provinces.name_es as province_es, events.modality,
    events.lat, events.lon, events.starts_on, events.ends_on, events.date_precision,
    events.attendees,
    [{'source_id': events.source_id, 'locator': events.locator}] as sources
from events
left join provinces using (province_code)
left join codes as kinds on kinds.scheme = 'event_kind' and kinds.code = events.kind
where events.plan_id = $plan_id
qualify (len($kinds::varchar[]) = 0 or list_contains($kinds::varchar[], events.kind))
    and (try_cast($from_on as date) is null
        or coalesce(events.ends_on, events.starts_on) >= try_cast($from_on as date))
    and (try_cast($until_on as date) is null
        or events.starts_on <= try_cast($until_on as date))
    and (len($province_codes::varchar[]) = 0
        or list_contains($province_codes::varchar[], events.province_code))
order by kinds.sort_order, events.kind, coalesce(events.series_id, events.event_id),
    is_series desc, events.starts_on nulls last, events.event_id
