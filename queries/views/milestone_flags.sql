-- What about the voices of each milestone asks for attention?
-- grain:   one row per milestone
-- reads:   voice_states
-- params:  none
-- returns: plan_id varchar, commitment_no bigint, milestone_no bigint, voices bigint,
--          is_disagreed boolean, other_did_not boolean, is_done_below_hundred boolean,
--          is_hundred_not_done boolean, is_unreported boolean, is_stale boolean
select
    plan_id, commitment_no, milestone_no,
    count(*) filter (where is_reported) as voices,
    -- documents stand beside and are never counted
    count(distinct state) filter (where is_reported) > 1 as is_disagreed,
    bool_or(other_did_not) as other_did_not,
    bool_or(is_done_below_hundred) as is_done_below_hundred,
    bool_or(is_hundred_not_done) as is_hundred_not_done,
    not bool_or(is_reported) as is_unreported,
    bool_or(is_stale) as is_stale
from voice_states
group by plan_id, commitment_no, milestone_no
order by plan_id, commitment_no, milestone_no
