-- Every milestone of the first plan has a row in its original schedule, even where it prints no date.
select milestones.commitment_no, milestones.milestone_no
from milestones
left join schedules
    on schedules.plan_id = milestones.plan_id
    and schedules.commitment_no = milestones.commitment_no
    and schedules.milestone_no = milestones.milestone_no
    and schedules.schedule_version = 'original'
where milestones.plan_id = 'paga1' and schedules.schedule_version is null
order by milestones.commitment_no, milestones.milestone_no
