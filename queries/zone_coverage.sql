-- In which planning zones do published registers place events of a plan?
-- grain:   one row per planning zone, made of cantons
-- reads:   provinces, cantons, located_events, codes, coverage_statements, population
-- params:  $plan_id varchar, $kinds varchar[] (empty list = all), $from_on date (null = no limit),
--          $until_on date (null = no limit)
-- returns: planning_zone varchar, provinces varchar, parts varchar, cantons bigint, events bigint,
--          unplaced bigint, status varchar, people bigint, people_status varchar,
--          sources struct(source_id varchar, locator varchar)[]
with registers as (  -- one row: what is said of all the registers asked for
    select
        coalesce(bool_and(completeness is not distinct from 'complete'), false) as is_complete,
        coalesce(
            bool_and(completeness = 'not_published') filter (where completeness is not null), false
        ) as is_unpublished
    from codes
    left join coverage_statements
        on coverage_statements.plan_id = $plan_id
        and coverage_statements.subject = 'events'
        and coverage_statements.detail = codes.code
    where codes.scheme = 'event_kind'
        and (len($kinds::varchar[]) = 0 or list_contains($kinds::varchar[], codes.code))
),

shares as (  -- how much of each province each zone takes
    select
        cantons.province_code, cantons.planning_zone, count(*) as cantons,
        count(*) over (partition by cantons.province_code) = 1 as is_whole,
        list({'source_id': cantons.source_id, 'locator': cantons.locator}) as sources
    from cantons
    where cantons.planning_zone is not null
    group by cantons.province_code, cantons.planning_zone
),

placed as (  -- by its canton, else by its province where that lies in one zone
    select
        coalesce(cantons.planning_zone, shares.planning_zone) as planning_zone,
        located_events.province_code, located_events.source_id, located_events.locator
    from located_events
    left join cantons using (canton_code)
    left join shares
        on shares.province_code = located_events.province_code and shares.is_whole
    where located_events.plan_id = $plan_id and located_events.status = 'held'
        and (len($kinds::varchar[]) = 0
            or list_contains($kinds::varchar[], located_events.kind))
        and (try_cast($from_on as date) is null
            or located_events.ends_on >= try_cast($from_on as date))
        and (try_cast($until_on as date) is null
            or located_events.starts_on <= try_cast($until_on as date))
),

in_zones as (
    select
        planning_zone, count(*) as events,
        list({'source_id': source_id, 'locator': locator}) as sources
    from placed
    where planning_zone is not null
    group by planning_zone
),

in_no_zone as (
    select province_code, count(*) as events
    from placed
    where planning_zone is null
    group by province_code
),

zones as (
    select
        shares.planning_zone,
        string_agg(provinces.name_es, ', ' order by provinces.name_es)
            filter (where shares.is_whole) as provinces,
        string_agg(provinces.name_es, ', ' order by provinces.name_es)
            filter (where not shares.is_whole) as parts,
        sum(shares.cantons)::bigint as cantons,
        coalesce(sum(in_no_zone.events), 0)::bigint as unplaced,
        bool_and(shares.is_whole) as is_whole,
        case when count(population.people) = count(*) then sum(population.people) end as people,
        flatten(list(shares.sources)) as sources
    from shares
    inner join provinces using (province_code)
    left join in_no_zone using (province_code)
    left join population
        on population.province_code = shares.province_code and population.census_year = 2022
        and population.sex is null and population.age is null and population.ethnicity is null
    group by shares.planning_zone
)

select
    zones.planning_zone, zones.provinces, zones.parts, zones.cantons,
    coalesce(in_zones.events, 0) as events,
    zones.unplaced,
    case
        when in_zones.events > 0 then 'covered'
        -- an event of a divided province may be in either of its zones
        when zones.unplaced > 0 then 'not_available'
        when registers.is_complete then 'no_event'
        when registers.is_unpublished then 'not_published'
        else 'no_registered_event'
    end as status,
    case when zones.is_whole then zones.people end::bigint as people,
    -- of cantons no population was published in what we hold
    case when zones.is_whole and zones.people is not null then 'known' else 'not_available' end
        as people_status,
    list_concat(coalesce(in_zones.sources, []), zones.sources) as sources
from zones
cross join registers
left join in_zones using (planning_zone)
order by try_cast(zones.planning_zone as integer), zones.planning_zone
