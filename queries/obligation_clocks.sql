-- Which rules bind the plan, and when is each due next as far as registers tell?
-- grain:   one row per obligation in force, of the plan or of every plan; those with a day first
-- reads:   obligations, meetings, plan_states, snapshot
-- params:  $plan_id varchar
-- returns: obligation_id varchar, rule_es varchar, rule_en varchar, basis varchar,
--          counts varchar, every_months bigint, last_on date, minutes bigint, due_on date,
--          date_precision varchar, days_left bigint,
--          sources struct(source_id varchar, locator varchar)[]
with minutes as (
    -- one Core Group accompanies every plan
    select count(*) as minutes, max(held_on) as last_on
    from meetings
    where kind = 'minuted_meeting'
),

ended as (
    select max(ends_on) as last_on
    from plan_states
    where state = 'closed'
),

counted as (
    select
        obligations.*,
        case obligations.counts
            when 'meetings' then minutes.last_on
            when 'plan_end' then ended.last_on
        end as last_on,
        case when obligations.counts = 'meetings' then minutes.minutes end as minutes
    from obligations
    cross join minutes
    cross join ended
    where obligations.in_force and (obligations.plan_id = $plan_id or obligations.plan_id is null)
)

select
    obligation_id, rule_es, rule_en, basis, counts, every_months, last_on, minutes,
    coalesce(due_on, (last_on + to_months(every_months::integer))::date) as due_on,
    coalesce(date_precision, 'day') as date_precision,
    coalesce(due_on, (last_on + to_months(every_months::integer))::date) - snapshot.cut_off_on
        as days_left,
    [{'source_id': source_id, 'locator': locator}] as sources
from counted
cross join snapshot
order by due_on nulls last, counts nulls last, obligation_id
