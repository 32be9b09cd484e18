-- On how many milestones do the voices differ, and what else asks for attention?
-- grain:   one row per plan, none for a plan without milestones
-- reads:   milestone_flags
-- params:  $plan_id varchar
-- returns: milestones bigint, reported_by_two bigint, disagreed bigint, other_did_not bigint,
--          hundred_not_done bigint, done_below_hundred bigint, unreported bigint, stale bigint
select
    count(*) as milestones,
    count(*) filter (where voices > 1) as reported_by_two,
    count(*) filter (where is_disagreed) as disagreed,
    count(*) filter (where other_did_not) as other_did_not,
    count(*) filter (where is_hundred_not_done) as hundred_not_done,
    count(*) filter (where is_done_below_hundred) as done_below_hundred,
    count(*) filter (where is_unreported) as unreported,
    count(*) filter (where is_stale) as stale
from milestone_flags
where plan_id = $plan_id
group by plan_id
order by plan_id
