-- How does each milestone stand at the cut-off, by the headline voice?
-- grain:   one row per milestone
-- reads:   milestones, current_reports, windows, plan_states, snapshot
-- params:  none
-- returns: plan_id varchar, commitment_no bigint, milestone_no bigint, original_starts_on date,
--          original_ends_on date, in_force_starts_on date, in_force_ends_on date,
--          date_precision varchar, slip_months bigint, state varchar, percent bigint,
--          progress bigint, reported_on date, is_reported boolean, is_completed boolean,
--          is_overdue boolean, is_expired_unreported boolean, is_due_soon boolean,
--          is_late_originally boolean, is_unreported_originally boolean,
--          is_unfinished_at_close boolean
select
    milestones.plan_id, milestones.commitment_no, milestones.milestone_no,
    windows.original_starts_on, windows.original_ends_on,
    windows.in_force_starts_on, windows.in_force_ends_on, windows.date_precision,
    windows.slip_months,
    reports.state, reports.percent, reports.progress, reports.reported_on,
    reports.report_id is not null as is_reported,
    coalesce(reports.is_completed, false) as is_completed,
    coalesce(
        plan_states.state = 'implementation'
        and windows.in_force_ends_on < snapshot.cut_off_on
        and not reports.is_completed, false
    ) as is_overdue,
    -- a group of its own: of what nobody reported we do not know whether it is late
    coalesce(
        plan_states.state = 'implementation'
        and windows.in_force_ends_on < snapshot.cut_off_on
        and reports.report_id is null, false
    ) as is_expired_unreported,
    coalesce(
        plan_states.state = 'implementation'
        and windows.in_force_ends_on between snapshot.cut_off_on and snapshot.cut_off_on + 90
        and not coalesce(reports.is_completed, false), false
    ) as is_due_soon,
    coalesce(
        windows.original_ends_on < snapshot.cut_off_on and not reports.is_completed, false
    ) as is_late_originally,
    coalesce(
        windows.original_ends_on < snapshot.cut_off_on and reports.report_id is null, false
    ) as is_unreported_originally,
    plan_states.state = 'closed' and not coalesce(reports.is_completed, true)
        as is_unfinished_at_close
from milestones
cross join snapshot
left join plan_states using (plan_id)
left join windows using (plan_id, commitment_no, milestone_no)
left join current_reports as reports
    on reports.plan_id = milestones.plan_id
    and reports.commitment_no = milestones.commitment_no
    and reports.milestone_no = milestones.milestone_no
    and reports.voice = 'lead'
order by milestones.plan_id, milestones.commitment_no, milestones.milestone_no
