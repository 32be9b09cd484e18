-- What do documents tell of one commitment: obstacles, lessons, achievements and the rest?
-- grain:   one row per note
-- reads:   commitment_notes, codes, sources
-- params:  $plan_id varchar, $commitment_no bigint
-- returns: note_id varchar, kind varchar, milestone_no bigint, text_es varchar,
--          text_en varchar, title varchar, locator varchar,
--          sources struct(source_id varchar, locator varchar)[]
select
    notes.note_id, notes.kind, notes.milestone_no, notes.text_es, notes.text_en,
    sources.title, notes.locator,
    [{'source_id': notes.source_id, 'locator': notes.locator}] as sources
from commitment_notes as notes
inner join codes on codes.scheme = 'note_kind' and codes.code = notes.kind
left join sources on sources.source_id = notes.source_id
where notes.plan_id = $plan_id and notes.commitment_no = $commitment_no
order by codes.sort_order, notes.milestone_no nulls first, notes.note_id
