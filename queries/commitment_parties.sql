-- Who leads, accompanies or supports one commitment?
-- grain:   one row per institution and role
-- reads:   commitment_actors, institutions, codes
-- params:  $plan_id varchar, $commitment_no bigint
-- returns: role varchar, institution_id varchar, name_es varchar, acronym varchar,
--          sector varchar, sources struct(source_id varchar, locator varchar)[]
select
    commitment_actors.role, institutions.institution_id, institutions.name_es,
    institutions.acronym, institutions.sector,
    [{'source_id': commitment_actors.source_id, 'locator': commitment_actors.locator}] as sources
from commitment_actors
inner join institutions using (institution_id)
inner join codes on codes.scheme = 'role' and codes.code = commitment_actors.role
where commitment_actors.plan_id = $plan_id
    and commitment_actors.commitment_no = $commitment_no
order by codes.sort_order, institutions.name_es
