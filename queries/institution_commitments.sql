-- What does one institution lead, accompany or support, in every plan?
-- grain:   one row per commitment and role
-- reads:   commitment_actors, commitments, plans, codes, milestone_states, milestone_flags
-- params:  $institution_id varchar
-- returns: plan_id varchar, plan_es varchar, plan_en varchar, commitment_no bigint,
--          title_es varchar, title_en varchar, role varchar, milestones bigint,
--          completed bigint, overdue bigint, expired_unreported bigint, disagreed bigint,
--          sources struct(source_id varchar, locator varchar)[]
with standing as (
    select
        milestone_states.plan_id, milestone_states.commitment_no,
        count(*) as milestones,
        count(*) filter (where milestone_states.is_completed) as completed,
        count(*) filter (where milestone_states.is_overdue) as overdue,
        count(*) filter (where milestone_states.is_expired_unreported) as expired_unreported,
        count(*) filter (where milestone_flags.is_disagreed) as disagreed
    from milestone_states
    inner join milestone_flags using (plan_id, commitment_no, milestone_no)
    group by milestone_states.plan_id, milestone_states.commitment_no
)

select
    commitment_actors.plan_id, plans.name_es as plan_es, plans.name_en as plan_en,
    commitment_actors.commitment_no, commitments.title_es, commitments.title_en,
    commitment_actors.role,
    coalesce(standing.milestones, 0) as milestones,
    coalesce(standing.completed, 0) as completed,
    coalesce(standing.overdue, 0) as overdue,
    coalesce(standing.expired_unreported, 0) as expired_unreported,
    coalesce(standing.disagreed, 0) as disagreed,
    [{'source_id': commitment_actors.source_id, 'locator': commitment_actors.locator}] as sources
from commitment_actors
inner join plans using (plan_id)
inner join codes on codes.scheme = 'role' and codes.code = commitment_actors.role
left join commitments using (plan_id, commitment_no)
left join standing using (plan_id, commitment_no)
where commitment_actors.institution_id = $institution_id
order by codes.sort_order, commitment_actors.plan_id, commitment_actors.commitment_no
