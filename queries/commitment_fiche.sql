-- What does one commitment promise, against which problem, and between which dates?
-- grain:   one row per commitment
-- reads:   commitments, windows
-- params:  $plan_id varchar, $commitment_no bigint
-- returns: commitment_no bigint, ogp_id varchar, title_es varchar, title_en varchar,
--          summary_es varchar, summary_en varchar, problem_es varchar, problem_en varchar,
--          theme_es varchar, theme_en varchar, original_starts_on date, original_ends_on date,
--          in_force_starts_on date, in_force_ends_on date, date_precision varchar,
--          slip_months bigint, reason_es varchar, reason_en varchar,
--          sources struct(source_id varchar, locator varchar)[]
select
    commitments.commitment_no, commitments.ogp_id, commitments.title_es, commitments.title_en,
    commitments.summary_es, commitments.summary_en, commitments.problem_es,
    commitments.problem_en, commitments.theme_es, commitments.theme_en,
    windows.original_starts_on, windows.original_ends_on,
    windows.in_force_starts_on, windows.in_force_ends_on, windows.date_precision,
    windows.slip_months, windows.reason_es, windows.reason_en,
    list_distinct(list_filter([
        {'source_id': commitments.source_id, 'locator': commitments.locator},
        {'source_id': windows.original_source_id, 'locator': windows.original_locator},
        {'source_id': windows.in_force_source_id, 'locator': windows.in_force_locator}
    ], lambda place: place.source_id is not null)) as sources
from commitments
left join windows
    on windows.plan_id = commitments.plan_id
    and windows.commitment_no = commitments.commitment_no
    and windows.milestone_no = 0
where commitments.plan_id = $plan_id and commitments.commitment_no = $commitment_no
order by commitments.commitment_no
