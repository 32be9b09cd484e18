-- Under which goals, values and policy areas does one commitment stand?
-- grain:   one row per tag
-- reads:   commitment_tags, codes
-- params:  $plan_id varchar, $commitment_no bigint
-- returns: scheme varchar, code varchar, label_es varchar, label_en varchar,
--          sources struct(source_id varchar, locator varchar)[]
select
    commitment_tags.scheme, commitment_tags.code, codes.label_es, codes.label_en,
    [{'source_id': commitment_tags.source_id, 'locator': commitment_tags.locator}] as sources
from commitment_tags
inner join codes using (scheme, code)
where commitment_tags.plan_id = $plan_id and commitment_tags.commitment_no = $commitment_no
order by commitment_tags.scheme desc, codes.sort_order
