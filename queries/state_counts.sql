-- In which state does the headline voice see the milestones of the plan?
-- grain:   one row per state that occurs; null is a milestone without report
-- reads:   milestone_states, codes
-- params:  $plan_id varchar
-- returns: state varchar, milestones bigint
select milestone_states.state, count(*) as milestones
from milestone_states
left join codes on codes.scheme = 'state' and codes.code = milestone_states.state
where milestone_states.plan_id = $plan_id
group by milestone_states.state, codes.sort_order
order by codes.sort_order desc nulls last
