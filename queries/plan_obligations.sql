-- Which deadlines of a plan are in force?
-- grain:   one row per obligation of the plan
-- reads:   obligations
-- params:  $plan_id varchar
-- returns: obligation_id varchar, rule_es varchar, rule_en varchar, every_months bigint,
--          due_on date, date_precision varchar, basis varchar,
--          sources struct(source_id varchar, locator varchar)[]
select
    obligation_id, rule_es, rule_en, every_months, due_on, date_precision, basis,
    [{'source_id': source_id, 'locator': locator}] as sources
from obligations
where plan_id = $plan_id and in_force
order by due_on nulls last, obligation_id
