-- Which dimensions of each process were published, how completely, and which of them crossed?
-- grain:   one row per process and dimension; a dimension nobody speaks of has no completeness
-- reads:   processes, participation, coverage_statements, codes
-- params:  $plan_id varchar
-- returns: process_id varchar, plan_id varchar, dimension varchar, label_es varchar,
--          label_en varchar, completeness varchar, cells bigint, crossed_with varchar,
--          note_es varchar, note_en varchar, sources struct(source_id varchar, locator varchar)[]
with dimensioned as (
    select
        process_id,
        list_filter([
            if(province_code is not null, 'province', null),
            if(sector is not null, 'sector', null),
            if(age_band is not null, 'age_band', null),
            if(sex is not null, 'sex', null),
            if(ethnicity is not null, 'ethnicity', null),
            if(sdg is not null, 'sdg', null)
        ], lambda name: name is not null) as dimensions
    from participation
),

one_way as (
    select process_id, dimensions[1] as dimension, count(*) as cells
    from dimensioned
    where len(dimensions) = 1
    group by process_id, dimensions[1]
),

crossed as (
    select
        here.process_id, here.dimension,
        string_agg(distinct other.dimension, '; ' order by other.dimension) as crossed_with
    from (select process_id, dimensions, unnest(dimensions) as dimension from dimensioned) as here
    cross join unnest(here.dimensions) as other(dimension)
    where other.dimension != here.dimension
    group by here.process_id, here.dimension
)

select
    processes.process_id, processes.plan_id, codes.code as dimension,
    codes.label_es, codes.label_en, statements.completeness,
    coalesce(one_way.cells, 0) as cells, crossed.crossed_with,
    statements.note_es, statements.note_en,
    if(
        statements.source_id is null, null,
        [{'source_id': statements.source_id, 'locator': statements.locator}]
    ) as sources
from processes
inner join codes on codes.scheme = 'dimension' and codes.code != 'total'
left join coverage_statements as statements
    on statements.process_id = processes.process_id
    and statements.subject = 'participation'
    and statements.detail = codes.code
left join one_way
    on one_way.process_id = processes.process_id and one_way.dimension = codes.code
left join crossed
    on crossed.process_id = processes.process_id and crossed.dimension = codes.code
where processes.plan_id = $plan_id or processes.plan_id is null
order by processes.plan_id nulls last, processes.process_id, codes.sort_order
