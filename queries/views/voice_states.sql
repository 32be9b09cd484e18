-- What does each of the three voices currently say of each milestone?
-- grain:   one row per milestone and voice of lead, counterpart and core_group, reported or not
-- reads:   milestones, codes, current_reports, progress_reports, milestone_states, plan_states,
--          snapshot
-- params:  none
-- returns: plan_id varchar, commitment_no bigint, milestone_no bigint, voice varchar,
--          voice_order bigint, report_id varchar, institution_id varchar, state varchar,
--          percent bigint, reported_on date, other_did_not boolean, perceived_change varchar,
--          is_reported boolean, is_done_below_hundred boolean, is_hundred_not_done boolean,
--          is_stale boolean, source_id varchar, locator varchar
select
    milestones.plan_id, milestones.commitment_no, milestones.milestone_no,
    codes.code as voice, codes.sort_order as voice_order,
    reports.report_id, reports.institution_id, reports.state, reports.percent,
    reports.reported_on,
    coalesce(not progress_reports.responsibilities_met, false) as other_did_not,
    progress_reports.perceived_change,
    reports.report_id is not null as is_reported,
    coalesce(reports.state = 'completed' and reports.percent < 100, false)
        as is_done_below_hundred,
    coalesce(reports.state != 'completed' and reports.percent = 100, false)
        as is_hundred_not_done,
    -- begun six months ago or more, not completed, and no lead report in those six months
    coalesce(
        codes.code = 'lead'
        and plan_states.state = 'implementation'
        and milestone_states.in_force_starts_on <= snapshot.cut_off_on - interval 6 month
        and not milestone_states.is_completed
        and (
            reports.reported_on is null
            or reports.reported_on < snapshot.cut_off_on - interval 6 month
        ), false
    ) as is_stale,
    reports.source_id, reports.locator
from milestones
cross join snapshot
inner join codes on codes.scheme = 'voice' and codes.code != 'document'
left join plan_states using (plan_id)
left join milestone_states using (plan_id, commitment_no, milestone_no)
left join current_reports as reports
    on reports.plan_id = milestones.plan_id
    and reports.commitment_no = milestones.commitment_no
    and reports.milestone_no = milestones.milestone_no
    and reports.voice = codes.code
left join progress_reports on progress_reports.report_id = reports.report_id
order by milestones.plan_id, milestones.commitment_no, milestones.milestone_no, codes.sort_order
