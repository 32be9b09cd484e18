-- Which events stand in a province?
-- grain:   one row per event that is not virtual and whose province is published
-- reads:   events
-- params:  none
-- returns: event_id varchar, plan_id varchar, kind varchar, status varchar, province_code varchar,
--          canton_code varchar, lat decimal(9,6), lon decimal(9,6), starts_on date, ends_on date,
--          attendees bigint, source_id varchar, locator varchar
select
    event_id, plan_id, kind, status, province_code, canton_code, lat, lon,
    starts_on, coalesce(ends_on, starts_on) as ends_on, attendees, source_id, locator
from events
where province_code is not null
    -- where a source states no modality, the place it names is taken as where it was held
    and modality is distinct from 'virtual'
    -- a series is its events, not one more of them
    and event_id is distinct from series_id
order by event_id
