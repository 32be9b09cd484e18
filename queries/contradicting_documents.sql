-- Where do documents contradict each other, and which reading is used?
-- grain:   one row per contradiction known at the cut-off
-- reads:   contradictions
-- params:  $plan_id varchar
-- returns: contradiction_id varchar, plan_id varchar, commitment_no bigint,
--          milestone_no bigint, subject_es varchar, subject_en varchar, reading_a_es varchar,
--          reading_a_en varchar, source_a varchar, reading_b_es varchar, reading_b_en varchar,
--          source_b varchar, used varchar, reason_es varchar, reason_en varchar,
--          sources struct(source_id varchar, locator varchar)[]
select
    contradiction_id, plan_id, commitment_no, milestone_no, subject_es, subject_en,
    reading_a_es, reading_a_en, source_a, reading_b_es, reading_b_en, source_b, used,
    reason_es, reason_en,
    [{'source_id': source_id, 'locator': locator}] as sources
from contradictions
where plan_id = $plan_id or plan_id is null
order by commitment_no nulls first, milestone_no nulls first, contradiction_id
