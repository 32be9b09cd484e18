-- What is the current report of each milestone by each voice?
-- grain:   one row per milestone and voice that reported by the cut-off
-- reads:   progress_reports, snapshot
-- params:  none
-- returns: plan_id varchar, commitment_no bigint, milestone_no bigint, voice varchar,
--          institution_id varchar, reported_on date, date_precision varchar, state varchar,
--          percent bigint, progress bigint, is_completed boolean, told_state varchar,
--          told_late boolean, note_es varchar, note_en varchar, report_id varchar,
--          source_id varchar, locator varchar
select
    plan_id, commitment_no, milestone_no, voice, institution_id, reported_on, date_precision,
    state, percent,
    -- a completed milestone is at 100 even where nobody states a percent
    coalesce(
        percent, case when state = 'completed' or told_state = 'completed' then 100 end
    )::bigint as progress,
    -- a percent says nothing of the state: 100 % in execution is not completed
    coalesce(state, told_state) is not distinct from 'completed' as is_completed,
    told_state, told_late, note_es, note_en, report_id, source_id, locator
from progress_reports
cross join snapshot
where milestone_no is not null
    and reported_on <= snapshot.cut_off_on
    and (state is not null or percent is not null or told_state is not null)
qualify row_number() over (
    partition by plan_id, commitment_no, milestone_no, voice
    order by reported_on desc, registration_no desc nulls last, report_id desc
) = 1
order by plan_id, commitment_no, milestone_no, voice
