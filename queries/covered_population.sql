-- What share of the people live in provinces where published registers place events of a plan?
-- grain:   one row
-- reads:   provinces, located_events, population
-- params:  $plan_id varchar, $kinds varchar[] (empty list = all), $from_on date (null = no limit),
--          $until_on date (null = no limit)
-- returns: provinces bigint, covered bigint, events bigint, people bigint, people_covered bigint,
--          percent decimal(5,2), sources struct(source_id varchar, locator varchar)[]
with held as (
    select province_code, count(*) as events
    from located_events
    where plan_id = $plan_id and status = 'held'
        and (len($kinds::varchar[]) = 0 or list_contains($kinds::varchar[], kind))
        and (try_cast($from_on as date) is null or ends_on >= try_cast($from_on as date))
        and (try_cast($until_on as date) is null or starts_on <= try_cast($until_on as date))
    group by province_code
),

summed as (
    select
        count(*) as provinces,
        count(held.events) as covered,
        coalesce(sum(held.events), 0)::bigint as events,
        case when count(population.people) = count(*) then sum(population.people) end::bigint
            as people,
        case when count(population.people) = count(*) then
            coalesce(sum(population.people) filter (where held.events > 0), 0)
        end::bigint as people_covered,
        list(distinct {'source_id': population.source_id, 'locator': population.locator})
            filter (where population.people is not null) as sources
    from provinces
    left join held using (province_code)
    left join population
        on population.province_code = provinces.province_code and population.census_year = 2022
        and population.sex is null and population.age is null and population.ethnicity is null
)

select
    provinces, covered, events, people, people_covered,
    round(100 * people_covered::decimal(18, 4) / nullif(people, 0), 2)::decimal(5, 2) as percent,
    coalesce(sources, []) as sources
from summed
order by provinces
