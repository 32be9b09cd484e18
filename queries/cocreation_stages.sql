-- Through which stages was a plan made, as planned and as they were?
-- grain:   one row per stage and kind
-- reads:   proposal_stages
-- params:  $plan_id varchar
-- returns: kind varchar, stage_no varchar, name_es varchar, name_en varchar, starts_on date,
--          ends_on date, date_precision varchar, count_in bigint, count_out bigint,
--          left_count bigint, unit varchar, sources struct(source_id varchar, locator varchar)[]
select
    kind, stage_no, name_es, name_en, starts_on, ends_on, date_precision, count_in, count_out,
    left_count, unit, [{'source_id': source_id, 'locator': locator}] as sources
from proposal_stages
where plan_id = $plan_id
order by kind desc, stage_order
