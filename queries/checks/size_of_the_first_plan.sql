-- The first plan has 10 commitments and 59 milestones, in all its editions.
with counted as (
    select
        (select count(*) from commitments where plan_id = 'paga1') as commitments,
        (select count(*) from milestones where plan_id = 'paga1') as milestones
)

select commitments, milestones
from counted
where commitments != 10 or milestones != 59
order by commitments, milestones
