-- Which participation processes were added, dropped or counted anew between two cut-offs?
-- grain:   one row per process of the plan that changed
-- reads:   processes, participation, earlier.processes, earlier.participation
-- params:  $plan_id varchar
-- returns: process_id varchar, name_es varchar, name_en varchar, measure varchar, change varchar,
--          earlier_count bigint, base_count bigint, earlier_cells bigint, cells bigint,
--          sources struct(source_id varchar, locator varchar)[]
with later_cells as (
    select process_id, count(*) as cells
    from participation
    group by process_id
),

earlier_cells as (
    select process_id, count(*) as cells
    from earlier.participation
    group by process_id
),

compared as (
    select
        process_id,
        coalesce(later_processes.name_es, earlier_processes.name_es) as name_es,
        coalesce(later_processes.name_en, earlier_processes.name_en) as name_en,
        coalesce(later_processes.measure, earlier_processes.measure) as measure,
        case
            when earlier_processes.name_es is null then 'added'
            when later_processes.name_es is null then 'dropped'
            else 'changed'
        end as change,
        earlier_processes.base_count as earlier_count, later_processes.base_count,
        coalesce(earlier_cells.cells, 0) as earlier_cells, coalesce(later_cells.cells, 0) as cells,
        earlier_processes.said as earlier_said, later_processes.said,
        list_distinct(list_filter([
            {'source_id': earlier_processes.source_id, 'locator': earlier_processes.locator},
            {'source_id': later_processes.source_id, 'locator': later_processes.locator}
        ], lambda place: place.source_id is not null)) as sources
    from (
        select processes.*, told::varchar as said
        from processes
        inner join (
            select * exclude (source_id, locator, also_in, known_on) from processes
        ) as told using (process_id)
        where processes.plan_id = $plan_id
    ) as later_processes
    full join (
        select before.*, told::varchar as said
        from earlier.processes as before
        inner join (
            select * exclude (source_id, locator, also_in, known_on) from earlier.processes
        ) as told using (process_id)
        where before.plan_id = $plan_id
    ) as earlier_processes
        using (process_id)
    left join later_cells using (process_id)
    left join earlier_cells using (process_id)
)

select
    process_id, name_es, name_en, measure, change, earlier_count, base_count, earlier_cells, cells,
    sources
from compared
where said is distinct from earlier_said or cells != earlier_cells
order by change, process_id
