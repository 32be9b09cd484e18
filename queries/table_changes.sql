-- How many rows about a plan were added, dropped or changed between two cut-offs, by table?
-- grain:   one row per table in which something changed
-- reads:   plan_rows, earlier.plan_rows
-- params:  $plan_id varchar
-- returns: table_name varchar, added bigint, dropped bigint, changed bigint
with later_rows as (
    -- a rule that is of no plan binds every plan
    select *
    from plan_rows
    where plan_id = $plan_id or (plan_id is null and table_name = 'obligations')
),

earlier_rows as (
    select *
    from earlier.plan_rows
    where plan_id = $plan_id or (plan_id is null and table_name = 'obligations')
)

select
    table_name,
    count(*) filter (where earlier_rows.said is null) as added,
    count(*) filter (where later_rows.said is null) as dropped,
    count(*) filter (where later_rows.said != earlier_rows.said) as changed
from later_rows
full join earlier_rows using (table_name, row_key)
where later_rows.said is distinct from earlier_rows.said
group by table_name
order by table_name
