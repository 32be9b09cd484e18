-- In which provinces do the published registers place events of a plan, and what of the others?
-- grain:   one row per province
-- reads:   provinces, located_events, codes, coverage_statements, population, processes,
--          participation
-- params:  $plan_id varchar, $kinds varchar[] (empty list = all), $from_on date (null = no limit),
--          $until_on date (null = no limit)
-- returns: province_code varchar, name_es varchar, region varchar, capital_lat decimal(9,6),
--          capital_lon decimal(9,6), status varchar, events bigint, undated bigint,
--          announced bigint, attendance bigint, attendance_known bigint, people bigint,
--          proposals bigint, proposals_per_100k decimal(9,2), is_suppressed boolean,
--          sources struct(source_id varchar, locator varchar)[]
with asked_kinds as (
    select code as kind
    from codes
    where scheme = 'event_kind'
        and (len($kinds::varchar[]) = 0 or list_contains($kinds::varchar[], code))
),

registers as (  -- one row: what is said of all the registers asked for
    select
        coalesce(bool_and(completeness is not distinct from 'complete'), false) as is_complete,
        coalesce(
            bool_and(completeness = 'not_published') filter (where completeness is not null), false
        ) as is_unpublished,
        list(distinct {'source_id': source_id, 'locator': locator})
            filter (where source_id is not null) as sources
    from asked_kinds
    left join coverage_statements
        on coverage_statements.plan_id = $plan_id
        and coverage_statements.subject = 'events'
        and coverage_statements.detail = asked_kinds.kind
),

counted as (
    select
        province_code,
        count(*) filter (where status = 'held') as events,
        count(*) filter (where status = 'held' and starts_on is null) as undated,
        count(*) filter (where status != 'held') as announced,
        sum(attendees) filter (where status = 'held') as attendance,
        count(attendees) filter (where status = 'held') as attendance_known,
        list(distinct {'source_id': source_id, 'locator': locator}) as sources
    from located_events
    where plan_id = $plan_id
        and kind in (select kind from asked_kinds)
        -- an undated event cannot be said to lie in a period
        and (try_cast($from_on as date) is null or ends_on >= try_cast($from_on as date))
        and (try_cast($until_on as date) is null or starts_on <= try_cast($until_on as date))
    group by province_code
),

undated_anywhere as (
    select distinct province_code
    from located_events
    where plan_id = $plan_id and status = 'held' and starts_on is null
        and kind in (select kind from asked_kinds)
),

calls as (  -- open calls by the web whose proposals were published by province
    select processes.process_id, coalesce(bool_or(completeness = 'complete'), false) as is_whole
    from processes
    inner join participation
        on participation.process_id = processes.process_id
        and participation.province_code is not null
    left join coverage_statements
        on coverage_statements.process_id = processes.process_id
        and coverage_statements.subject = 'participation'
        and coverage_statements.detail = 'province'
    where processes.plan_id = $plan_id
        and processes.channel = 'online' and processes.measure = 'proposals'
    group by processes.process_id
),

margins as (
    select process_id, province_code, count, disclosure, source_id, locator
    from participation
    where province_code is not null and sector is null and age_band is null and sex is null
        and ethnicity is null and sdg is null
),

proposed as (
    select
        provinces.province_code,
        bool_or(margins.disclosure is not distinct from 'suppressed') as is_suppressed,
        -- a whole distribution does not print its zeros
        case when bool_and(
            margins.count is not null or (margins.process_id is null and calls.is_whole)
        ) then sum(coalesce(margins.count, 0)) end as proposals,
        list(distinct {'source_id': margins.source_id, 'locator': margins.locator})
            filter (where margins.source_id is not null) as sources
    from provinces
    cross join calls
    left join margins
        on margins.process_id = calls.process_id
        and margins.province_code = provinces.province_code
    group by provinces.province_code
),

inhabitants as (
    select province_code, people, source_id, locator
    from population
    where census_year = 2022 and province_code is not null and sex is null and age is null
        and ethnicity is null
)

select
    provinces.province_code, provinces.name_es, provinces.region,
    provinces.capital_lat, provinces.capital_lon,
    case
        when counted.events > 0 then 'covered'
        when counted.announced > 0 then 'planned'
        when registers.is_complete and undated_anywhere.province_code is null then 'no_event'
        when registers.is_unpublished then 'not_published'
        else 'no_registered_event'
    end as status,
    coalesce(counted.events, 0) as events,
    coalesce(counted.undated, 0) as undated,
    coalesce(counted.announced, 0) as announced,
    counted.attendance::bigint as attendance,
    coalesce(counted.attendance_known, 0) as attendance_known,
    inhabitants.people,
    case when not proposed.is_suppressed then proposed.proposals end::bigint as proposals,
    case when not proposed.is_suppressed then
        round(100000 * proposed.proposals::decimal(18, 4) / inhabitants.people, 2)
    end::decimal(9, 2) as proposals_per_100k,
    coalesce(proposed.is_suppressed, false) as is_suppressed,
    list_concat(
        coalesce(counted.sources, []),
        case when counted.events > 0 then [] else coalesce(registers.sources, []) end,
        coalesce(proposed.sources, []),
        case when inhabitants.people is null then []
            else [{'source_id': inhabitants.source_id, 'locator': inhabitants.locator}] end
    )::struct(source_id varchar, locator varchar)[] as sources
from provinces
cross join registers
left join counted using (province_code)
left join undated_anywhere using (province_code)
left join proposed using (province_code)
left join inhabitants using (province_code)
order by provinces.province_code
