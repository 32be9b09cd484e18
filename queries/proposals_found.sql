-- Which proposals contain what a reader looks for, and what became of each?
-- grain:   one row per proposal that passes every filter
-- reads:   proposals, institutions, commitments
-- params:  $plan_id varchar, $text varchar (empty = all), $category_nos bigint[] (empty = all),
--          $citizen_code varchar (empty = all)
-- returns: proposal_id varchar, title_es varchar, title_en varchar, category_no bigint,
--          reason_es varchar, reason_en varchar, outcome varchar, institution varchar,
--          commitment_no bigint, commitment_es varchar, commitment_en varchar,
--          sources struct(source_id varchar, locator varchar)[]
with written as (
    select
        *,
        -- with or without accents, in any case, in either language
        lower(strip_accents(concat_ws(
            ' ', proposal_id, title_es, title_en, reason_es, reason_en
        ))) as words
    from proposals
    where plan_id = $plan_id
)

select
    written.proposal_id, written.title_es, written.title_en, written.category_no,
    written.reason_es, written.reason_en, written.outcome,
    institutions.name_es as institution, written.commitment_no,
    commitments.title_es as commitment_es, commitments.title_en as commitment_en,
    [{'source_id': written.source_id, 'locator': written.locator}] as sources
from written
left join institutions on institutions.institution_id = written.institution_id
left join commitments
    on commitments.plan_id = written.plan_id
    and commitments.commitment_no = written.commitment_no
where ($text = ''
        or list_bool_and([
            contains(written.words, word)
            for word in string_split(lower(strip_accents(trim($text))), ' ')
        ]))
    and (len($category_nos::bigint[]) = 0
        or list_contains($category_nos::bigint[], written.category_no))
    and ($citizen_code = ''
        or list_contains(string_split(written.citizen_codes, ';'), $citizen_code))
order by written.category_no, written.proposal_id
