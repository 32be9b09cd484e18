-- In which processes did people take part, of the plan and of no plan?
-- grain:   one row per process of the plan, and of none of the plans
-- reads:   processes, participation
-- params:  $plan_id varchar
-- returns: process_id varchar, plan_id varchar, name_es varchar, name_en varchar,
--          channel varchar, starts_on date, ends_on date, date_precision varchar,
--          measure varchar, base_count bigint, total_count bigint, total_low bigint,
--          total_high bigint, total_precision varchar, origin varchar,
--          sources struct(source_id varchar, locator varchar)[]
with totals as (
    select process_id, count, count_low, count_high, precision
    from participation
    where coalesce(province_code, sector, age_band, sex, ethnicity, sdg) is null
        and disclosure = 'open'
)

select
    processes.process_id, processes.plan_id, processes.name_es, processes.name_en,
    processes.channel, processes.starts_on, processes.ends_on, processes.date_precision,
    processes.measure, processes.base_count,
    totals.count as total_count, totals.count_low as total_low, totals.count_high as total_high,
    totals.precision as total_precision,
    processes.origin,
    [{'source_id': processes.source_id, 'locator': processes.locator}] as sources
from processes
left join totals using (process_id)
where processes.plan_id = $plan_id or processes.plan_id is null
order by processes.plan_id nulls last, processes.base_count desc nulls last, processes.process_id
