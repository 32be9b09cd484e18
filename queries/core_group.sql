-- Who sits in the Core Group of a plan, and how is that known?
-- grain:   one row per member
-- reads:   core_group_members, institutions
-- params:  $plan_id varchar
-- returns: institution_id varchar, name_es varchar, sector varchar, role_es varchar,
--          from_on date, basis varchar, sources struct(source_id varchar, locator varchar)[]
select
    institutions.institution_id, institutions.name_es, core_group_members.sector,
    core_group_members.role_es, core_group_members.from_on, core_group_members.basis,
    [{'source_id': core_group_members.source_id, 'locator': core_group_members.locator}]
        as sources
from core_group_members
inner join institutions using (institution_id)
where core_group_members.plan_id = $plan_id
order by core_group_members.sector, institutions.name_es
