-- Reports speak of milestones that a plan has.
select
    progress_reports.report_id, progress_reports.plan_id, progress_reports.commitment_no,
    progress_reports.milestone_no
from progress_reports
anti join milestones using (plan_id, commitment_no, milestone_no)
where progress_reports.milestone_no is not null
order by progress_reports.report_id
