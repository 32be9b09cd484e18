-- Every milestone belongs to a commitment that is in force.
select milestones.plan_id, milestones.commitment_no, milestones.milestone_no
from milestones
anti join commitments using (plan_id, commitment_no)
order by milestones.plan_id, milestones.commitment_no, milestones.milestone_no
