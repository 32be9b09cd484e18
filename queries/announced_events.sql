-- Which tables and workshops of a plan are announced or planned?
-- grain:   one row per event or series that is not yet held
-- reads:   events
-- params:  $plan_id varchar
-- returns: event_id varchar, kind varchar, status varchar, name_es varchar, name_en varchar,
--          series_count bigint, city varchar, starts_on date, ends_on date,
--          date_precision varchar, note_es varchar, note_en varchar,
--          sources struct(source_id varchar, locator varchar)[]
select
    event_id, kind, status, name_es, name_en, series_count, city, starts_on, ends_on,
    date_precision, note_es, note_en,
    [{'source_id': source_id, 'locator': locator}] as sources
from events
where plan_id = $plan_id and status != 'held'
order by starts_on nulls last, event_id
