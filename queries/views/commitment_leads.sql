-- Which institutions lead each commitment?
-- grain:   one row per commitment with a lead institution
-- reads:   commitment_actors, institutions
-- params:  none
-- returns: plan_id varchar, commitment_no bigint, leads varchar, institution_ids varchar[]
select
    commitment_actors.plan_id, commitment_actors.commitment_no,
    string_agg(institutions.name_es, '; ' order by institutions.name_es) as leads,
    list(commitment_actors.institution_id order by institutions.name_es) as institution_ids
from commitment_actors
inner join institutions using (institution_id)
where commitment_actors.role = 'lead'
group by commitment_actors.plan_id, commitment_actors.commitment_no
order by commitment_actors.plan_id, commitment_actors.commitment_no
