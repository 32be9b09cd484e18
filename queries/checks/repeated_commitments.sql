-- A number names one commitment of a plan.
select plan_id, commitment_no, count(*) as commitments
from commitments
group by plan_id, commitment_no
having count(*) > 1
order by plan_id, commitment_no
