-- Only milestones that a plan has are scheduled; milestone 0 is the commitment's own window.
select
    schedules.plan_id, schedules.commitment_no, schedules.milestone_no, schedules.schedule_version
from schedules
anti join milestones using (plan_id, commitment_no, milestone_no)
where schedules.milestone_no != 0
order by
    schedules.plan_id, schedules.commitment_no, schedules.milestone_no, schedules.schedule_version
