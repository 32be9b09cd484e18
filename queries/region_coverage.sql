-- In how many provinces of each natural region do published registers place events of a plan?
-- grain:   one row per region
-- reads:   provinces, located_events, codes, population
-- params:  $plan_id varchar, $kinds varchar[] (empty list = all), $from_on date (null = no limit),
--          $until_on date (null = no limit)
-- returns: region varchar, region_es varchar, region_en varchar, provinces bigint, covered bigint,
--          events bigint, people bigint, people_covered bigint,
--          sources struct(source_id varchar, locator varchar)[]
with held as (
    select
        province_code, count(*) as events,
        list(distinct {'source_id': source_id, 'locator': locator}) as sources
    from located_events
    where plan_id = $plan_id and status = 'held'
        and (len($kinds::varchar[]) = 0 or list_contains($kinds::varchar[], kind))
        and (try_cast($from_on as date) is null or ends_on >= try_cast($from_on as date))
        and (try_cast($until_on as date) is null or starts_on <= try_cast($until_on as date))
    group by province_code
)

select
    provinces.region, regions.label_es as region_es, regions.label_en as region_en,
    count(*) as provinces,
    count(held.events) as covered,
    coalesce(sum(held.events), 0)::bigint as events,
    -- unknown as soon as it is unknown of one province
    case when count(population.people) = count(*) then sum(population.people) end::bigint as people,
    case when count(population.people) = count(*) then
        coalesce(sum(population.people) filter (where held.events > 0), 0)
    end::bigint as people_covered,
    flatten(list(list_concat(
        coalesce(held.sources, []),
        [{'source_id': provinces.source_id, 'locator': provinces.locator}]
    ))) as sources
from provinces
left join codes as regions on regions.scheme = 'region' and regions.code = provinces.region
left join held using (province_code)
left join population
    on population.province_code = provinces.province_code and population.census_year = 2022
    and population.sex is null and population.age is null and population.ethnicity is null
group by provinces.region, regions.label_es, regions.label_en, regions.sort_order
order by regions.sort_order, provinces.region
