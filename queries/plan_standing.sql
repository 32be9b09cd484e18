-- How many milestones of the plan are completed, overdue, unreported, late, and how far moved?
-- grain:   one row per plan, none for a plan without milestones
-- reads:   milestone_states
-- params:  $plan_id varchar
-- returns: milestones bigint, reported bigint, completed bigint, overdue bigint,
--          expired_unreported bigint, due_soon bigint, late_originally bigint,
--          unreported_originally bigint, unfinished_at_close bigint, dated_twice bigint,
--          median_slip_months decimal(5,1)
select
    count(*) as milestones,
    count(*) filter (where is_reported) as reported,
    count(*) filter (where is_completed) as completed,
    count(*) filter (where is_overdue) as overdue,
    count(*) filter (where is_expired_unreported) as expired_unreported,
    count(*) filter (where is_due_soon) as due_soon,
    count(*) filter (where is_late_originally) as late_originally,
    count(*) filter (where is_unreported_originally) as unreported_originally,
    count(*) filter (where is_unfinished_at_close) as unfinished_at_close,
    count(slip_months) as dated_twice,
    median(slip_months)::decimal(5, 1) as median_slip_months
from milestone_states
where plan_id = $plan_id
group by plan_id
order by plan_id
