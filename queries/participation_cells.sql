-- Who took part in one process, by one dimension, as far as it was published?
-- grain:   one row per group: published cells, those implied to be zero where the distribution is
--          complete, and the sum of the cells that make up one group of the census
-- reads:   participation, processes, coverage_statements, codes, provinces
-- params:  $process_id varchar, $dimension varchar
-- returns: code varchar, label_es varchar, label_en varchar, basis varchar, measure varchar,
--          printed_percent decimal(6,2), printed_decimals bigint, printed_count bigint,
--          count bigint, count_low bigint, count_high bigint, precision varchar,
--          disclosure varchar, base bigint, stated_low bigint, stated_high bigint,
--          share decimal(9,4), census_group varchar, is_compared boolean,
--          sources struct(source_id varchar, locator varchar)[]
with groups as (
    select code, label_es, label_en, sort_order, group_code
    from codes
    where scheme = $dimension
    union all
    select province_code, name_es, name_es, try_cast(province_code as bigint), province_code
    from provinces
    where $dimension = 'province'
),

coverage as (
    select source_id, locator
    from coverage_statements
    where process_id = $process_id
        and subject = 'participation'
        and detail = $dimension
        and completeness = 'complete'
),

-- what is suppressed leaves with its bounds alone
one_way as (
    select
        coalesce(province_code, sector, age_band, sex, ethnicity, sdg) as code,
        'published' as basis,
        if(disclosure = 'open', printed_percent, null) as printed_percent,
        printed_decimals,
        if(disclosure = 'open', printed_count, null) as printed_count,
        if(disclosure = 'open', count, null) as count,
        coalesce(count_low, if(disclosure = 'open', count, null)) as count_low,
        coalesce(count_high, if(disclosure = 'open', count, null)) as count_high,
        precision, disclosure,
        [{'source_id': source_id, 'locator': locator}] as sources
    from participation
    where process_id = $process_id
        and (province_code is not null) = ($dimension = 'province')
        and (sector is not null) = ($dimension = 'sector')
        and (age_band is not null) = ($dimension = 'age_band')
        and (sex is not null) = ($dimension = 'sex')
        and (ethnicity is not null) = ($dimension = 'ethnicity')
        and (sdg is not null) = ($dimension = 'sdg')
        and coalesce(province_code, sector, age_band, sex, ethnicity, sdg) is not null
),

-- provinces and goals are closed lists: in a complete distribution a missing one counts 0
implied as (
    select
        groups.code, 'implied' as basis, null, null, null, 0, 0, 0, null, 'open',
        [{'source_id': coverage.source_id, 'locator': coverage.locator}]
    from groups
    cross join coverage
    where $dimension in ('province', 'sdg')
        and groups.code not in ('none', 'not_stated')
        and groups.code not in (select code from one_way)
        and exists (select code from one_way)
),

bases as (
    select
        processes.measure,
        coalesce(processes.base_count, any_value(totals.count)) as base
    from processes
    left join participation as totals
        on totals.process_id = processes.process_id
        and coalesce(
            totals.province_code, totals.sector, totals.age_band, totals.sex, totals.ethnicity,
            totals.sdg
        ) is null
    where processes.process_id = $process_id
    group by processes.measure, processes.base_count
),

-- those who stated the dimension: all but `not_stated`, or, where it is not complete, the known
stated as (
    select
        bases.measure, bases.base,
        if(
            (select count(*) from coverage) > 0,
            bases.base - coalesce(sum(count_high) filter (where code = 'not_stated'), 0),
            sum(count_low) filter (where code != 'not_stated')
        )::bigint as stated_low,
        if(
            (select count(*) from coverage) > 0,
            bases.base - coalesce(sum(count_low) filter (where code = 'not_stated'), 0),
            sum(count_high) filter (where code != 'not_stated')
        )::bigint as stated_high
    from bases
    cross join one_way
    group by bases.measure, bases.base
),

cells as (
    select
        found.*,
        stated.measure, stated.base, stated.stated_low, stated.stated_high,
        case
            when found.code = 'not_stated' or found.disclosure = 'suppressed' then null
            when found.count is not null then 100.0 * found.count / stated.stated_high
            -- printed of the whole base, wanted of those who stated it
            else found.printed_percent * stated.base / stated.stated_high
        end::decimal(9, 4) as share,
        case
            when $dimension = 'age_band' and found.code != 'not_stated' then found.code
            when $dimension in ('sex', 'ethnicity', 'province') then groups.group_code
        end as census_group
    from (select * from one_way union all select * from implied) as found
    cross join stated
    left join groups using (code)
),

summed as (
    select
        census_group as code, 'grouped' as basis, null, null, null,
        if(bool_and(count is not null), sum(count), null)::bigint,
        sum(count_low)::bigint, sum(count_high)::bigint,
        case
            when bool_or(precision = 'bounded') then 'bounded'
            when bool_or(precision = 'nearest') then 'nearest'
            else 'derived'
        end,
        if(bool_or(disclosure = 'suppressed'), 'suppressed', 'open'),
        flatten(list(sources order by code)),
        measure, base, stated_low, stated_high,
        if(bool_and(share is not null), sum(share), null)::decimal(9, 4),
        census_group
    from cells
    where census_group is not null
    group by census_group, measure, base, stated_low, stated_high
    having bool_or(code != census_group)
)

select
    rows.code, groups.label_es, groups.label_en, rows.basis, rows.measure,
    rows.printed_percent, rows.printed_decimals, rows.printed_count,
    rows.count::bigint as count, rows.count_low::bigint as count_low,
    rows.count_high::bigint as count_high,
    rows.precision, rows.disclosure, rows.base, rows.stated_low, rows.stated_high, rows.share,
    rows.census_group,
    -- a cell that is part of a census group is compared in the row of that group
    rows.basis = 'grouped'
    or (rows.census_group is not null and rows.census_group not in (select code from summed))
        as is_compared,
    rows.sources
from (select * from cells union all select * from summed) as rows
left join groups using (code)
order by rows.code = 'not_stated', groups.sort_order nulls last, rows.code, rows.basis
