-- What is one institution called now, what was it called, and how is it spelt?
-- grain:   one row per name that a document prints; the official one of the cut-off first
-- reads:   institutions, institution_names
-- params:  $institution_id varchar
-- returns: name_es varchar, acronym varchar, sector varchar, is_official boolean,
--          known_on date, sources struct(source_id varchar, locator varchar)[]
select
    name_es, acronym, sector, true as is_official, known_on,
    [{'source_id': source_id, 'locator': locator}] as sources
from institutions
where institution_id = $institution_id
union all
select
    institution_names.name_as_printed, null, null, false, institution_names.known_on,
    [{'source_id': institution_names.source_id, 'locator': institution_names.locator}]
from institution_names
where institution_names.institution_id = $institution_id
order by is_official desc, known_on, name_es
