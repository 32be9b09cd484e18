-- What do documents recommend for the next plans?
-- grain:   one row per note on the whole plan
-- reads:   commitment_notes, sources
-- params:  $plan_id varchar
-- returns: note_id varchar, kind varchar, text_es varchar, text_en varchar, title varchar,
--          locator varchar, sources struct(source_id varchar, locator varchar)[]
select
    notes.note_id, notes.kind, notes.text_es, notes.text_en, sources.title, notes.locator,
    [{'source_id': notes.source_id, 'locator': notes.locator}] as sources
from commitment_notes as notes
left join sources on sources.source_id = notes.source_id
where notes.plan_id = $plan_id and notes.commitment_no is null
order by notes.note_id
