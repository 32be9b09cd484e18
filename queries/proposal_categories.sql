-- Into which categories were the proposals of a plan put, and do they carry citizens' codes?
-- grain:   one row per category
-- reads:   proposals, codes
-- params:  $plan_id varchar
-- returns: category_no bigint, label_es varchar, label_en varchar, definition_es varchar,
--          definition_en varchar, proposals bigint, with_codes bigint
select
    proposals.category_no, codes.label_es, codes.label_en,
    codes.definition_es, codes.definition_en,
    count(*) as proposals,
    count(proposals.citizen_codes) as with_codes
from proposals
left join codes
    on codes.scheme = 'proposal_category' and codes.code = proposals.category_no::varchar
where proposals.plan_id = $plan_id
group by all
order by proposals.category_no
