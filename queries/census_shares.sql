-- Which share has each group of a dimension in the census?
-- grain:   one row per group; sex, age and province of those aged 16 and over where the census
--          crosses them, else of all ages, as the columns say
-- reads:   population, codes
-- params:  $dimension varchar
-- returns: census_group varchar, people_2022 bigint, base_2022 bigint, share_2022 decimal(9,4),
--          ages_2022 varchar, people_2010 bigint, base_2010 bigint, share_2010 decimal(9,4),
--          ages_2010 varchar, sources struct(source_id varchar, locator varchar)[]
with bands as (
    select
        code,
        try_cast(split_part(code, '_', 1) as bigint) as youngest,
        coalesce(try_cast(split_part(code, '_', 2) as bigint), 200) as oldest  -- `56_plus`
    from codes
    where scheme = 'age_band' and code != 'not_stated'
),

counted as (
    select
        population.census_year, population.age, population.people,
        population.source_id, population.locator,
        case $dimension
            when 'age_band' then bands.code
            when 'province' then population.province_code
            else coalesce(codes.group_code, population.sex, population.ethnicity)
        end as census_group
    from population
    left join bands
        on $dimension = 'age_band' and population.age between bands.youngest and bands.oldest
    left join codes
        on codes.scheme = $dimension
        and codes.code = coalesce(population.sex, population.ethnicity)
    where $dimension in ('age_band', 'province', 'sex', 'ethnicity')
        and (population.province_code is not null) = ($dimension = 'province')
        and (population.sex is not null) = ($dimension = 'sex')
        and (population.ethnicity is not null) = ($dimension = 'ethnicity')
        -- the youngest band of those who take part begins at 16
        and (population.age is null or population.age >= 16)
),

-- the rows by single age where there are any, else those of all ages
comparable as (
    select
        *, if(age is null, 'all', '16_and_over') as ages
    from counted
    where census_group is not null
    qualify (age is not null) = bool_or(age is not null) over (partition by census_year)
),

shares as (
    select
        census_year, census_group, ages,
        sum(people)::bigint as people,
        (sum(sum(people)) over (partition by census_year))::bigint as base,
        list_sort(list(distinct {'source_id': source_id, 'locator': locator})) as sources
    from comparable
    group by census_year, census_group, ages
)

select
    census_group,
    now.people as people_2022, now.base as base_2022,
    (100.0 * now.people / now.base)::decimal(9, 4) as share_2022, now.ages as ages_2022,
    before.people as people_2010, before.base as base_2010,
    (100.0 * before.people / before.base)::decimal(9, 4) as share_2010, before.ages as ages_2010,
    list_concat(now.sources, coalesce(before.sources, [])) as sources
from (select * from shares where census_year = 2022) as now
full join (select * from shares where census_year = 2010) as before using (census_group)
order by census_group
