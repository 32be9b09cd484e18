-- In which state is each plan at the cut-off?
-- grain:   one row per plan
-- reads:   plans, snapshot
-- params:  none
-- returns: plan_id varchar, state varchar, starts_on date, ends_on date
select
    plans.plan_id,
    case
        when plans.starts_on is null or snapshot.cut_off_on < plans.starts_on then 'co_creation'
        when plans.ends_on is null or snapshot.cut_off_on <= plans.ends_on then 'implementation'
        else 'closed'
    end as state,
    plans.starts_on, plans.ends_on
from plans
cross join snapshot
order by plans.plan_id
