-- How do the milestones of each lead institution stand?
-- grain:   one row per institution that leads commitments; one led by two counts for both
-- reads:   commitment_actors, institutions, milestone_states
-- params:  $plan_id varchar
-- returns: institution_id varchar, name_es varchar, acronym varchar, commitments varchar,
--          milestones bigint, reported bigint, completed bigint, overdue bigint,
--          expired_unreported bigint, due_soon bigint, last_reported_on date,
--          sources struct(source_id varchar, locator varchar)[]
select
    institutions.institution_id, institutions.name_es, institutions.acronym,
    array_to_string(
        list_sort(list_distinct(list(commitment_actors.commitment_no))), ', '
    ) as commitments,
    count(milestone_states.milestone_no) as milestones,
    count(*) filter (where milestone_states.is_reported) as reported,
    count(*) filter (where milestone_states.is_completed) as completed,
    count(*) filter (where milestone_states.is_overdue) as overdue,
    count(*) filter (where milestone_states.is_expired_unreported) as expired_unreported,
    count(*) filter (where milestone_states.is_due_soon) as due_soon,
    max(milestone_states.reported_on) as last_reported_on,
    list_sort(list_distinct(list(
        {'source_id': commitment_actors.source_id, 'locator': commitment_actors.locator}
    ))) as sources
from commitment_actors
inner join institutions using (institution_id)
left join milestone_states using (plan_id, commitment_no)
where commitment_actors.plan_id = $plan_id and commitment_actors.role = 'lead'
group by institutions.institution_id, institutions.name_es, institutions.acronym
order by institutions.name_es
