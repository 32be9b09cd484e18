-- Which numbers are known of the plan as a whole and of what surrounds it?
-- grain:   one row per indicator without commitment
-- reads:   indicators, codes
-- params:  $plan_id varchar
-- returns: indicator_id varchar, plan_id varchar, kind varchar, name_es varchar,
--          name_en varchar, value decimal(14,2), value_text varchar, unit varchar,
--          denominator bigint, bound varchar, observed_on date, date_precision varchar,
--          sources struct(source_id varchar, locator varchar)[]
select
    indicators.indicator_id, indicators.plan_id, indicators.kind,
    indicators.name_es, indicators.name_en, indicators.value, indicators.value_text,
    indicators.unit, indicators.denominator, indicators.bound, indicators.observed_on,
    indicators.date_precision,
    [{'source_id': indicators.source_id, 'locator': indicators.locator}] as sources
from indicators
inner join codes as kinds on kinds.scheme = 'indicator_kind' and kinds.code = indicators.kind
where indicators.commitment_no is null
    and (indicators.plan_id = $plan_id or indicators.plan_id is null)
order by indicators.plan_id nulls last, kinds.sort_order, indicators.observed_on nulls last,
    indicators.indicator_id
