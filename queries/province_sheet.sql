-- What is known of one province: its people, its place in the country, its proposals?
-- grain:   one row
-- reads:   provinces, codes, population, located_events
-- params:  $province_code varchar, $plan_id varchar
-- returns: province_code varchar, name_es varchar, capital varchar, region_es varchar,
--          region_en varchar, planning_zones varchar, people bigint, women bigint,
--          people_16 bigint, events bigint, events_of_other_plans bigint,
--          sources struct(source_id varchar, locator varchar)[]
with census as (
    select
        max(people) filter (where sex is null and age is null) as people,
        max(people) filter (where sex = 'female' and age is null) as women,
        sum(people) filter (where sex is null and age >= 16) as people_16,
        list(distinct {'source_id': source_id, 'locator': locator}) as sources
    from population
    where census_year = 2022 and province_code = $province_code and ethnicity is null
),

held as (
    select
        count(*) filter (where plan_id is not distinct from $plan_id) as events,
        count(*) filter (where plan_id is distinct from $plan_id) as events_of_other_plans
    from located_events
    where province_code = $province_code and status = 'held'
)

select
    provinces.province_code, provinces.name_es, provinces.capital,
    regions.label_es as region_es, regions.label_en as region_en, provinces.planning_zones,
    census.people, census.women, census.people_16::bigint as people_16,
    held.events, held.events_of_other_plans,
    list_concat(
        [{'source_id': provinces.source_id, 'locator': provinces.locator}],
        coalesce(census.sources, [])
    ) as sources
from provinces
cross join census
cross join held
left join codes as regions on regions.scheme = 'region' and regions.code = provinces.region
where provinces.province_code = $province_code
order by provinces.province_code
