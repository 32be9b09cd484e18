-- No window in force, of a milestone or of a plan, ends before it starts.
select plan_id, commitment_no, milestone_no, in_force_starts_on, in_force_ends_on
from windows
where in_force_ends_on < in_force_starts_on
union all
select plan_id, null as commitment_no, null as milestone_no, starts_on, ends_on
from plans
where ends_on < starts_on
order by plan_id, commitment_no nulls first, milestone_no
