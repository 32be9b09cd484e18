-- What does each row of a plan say, whatever its table?
-- grain:   one row per row of a table about plans; plan_id is null where it is of none
-- reads:   plans, commitments, commitment_actors, commitment_tags, commitment_notes, milestones,
--          schedules, progress_reports, published_figures, assessments, processes,
--          coverage_statements, events, proposal_stages, proposals, meetings,
--          core_group_members, obligations, indicators, contradictions, progress_report_sectors,
--          progress_report_initiatives, participation, event_origins, event_findings, agreements
-- params:  none
-- returns: table_name varchar, plan_id varchar, row_key varchar, said varchar
with all_rows as (
    -- what a row says, but for the document that says it: one more document changes nothing
    select 'plans' as table_name, plan_id, plan_id as row_key,
        told::varchar as said
    from (select * exclude (source_id, locator, also_in, known_on) from plans) as told
    union all
    select 'commitments', plan_id, commitment_no::varchar,
        told::varchar
    from (select * exclude (source_id, locator, also_in, known_on) from commitments) as told
    union all
    select 'commitment_actors', plan_id, concat_ws(' ', commitment_no, role, institution_id),
        told::varchar
    from (select * exclude (source_id, locator, also_in, known_on) from commitment_actors) as told
    union all
    select 'commitment_tags', plan_id, concat_ws(' ', commitment_no, scheme, code),
        told::varchar
    from (select * exclude (source_id, locator, also_in, known_on) from commitment_tags) as told
    union all
    select 'commitment_notes', plan_id, note_id,
        told::varchar
    from (select * exclude (source_id, locator, also_in, known_on) from commitment_notes) as told
    union all
    select 'milestones', plan_id, concat_ws(' ', commitment_no, milestone_no),
        told::varchar
    from (select * exclude (source_id, locator, also_in, known_on) from milestones) as told
    union all
    select 'schedules', plan_id, concat_ws(' ', commitment_no, milestone_no, schedule_version),
        told::varchar
    from (select * exclude (source_id, locator, also_in, known_on) from schedules) as told
    union all
    select 'progress_reports', plan_id, report_id,
        told::varchar
    from (select * exclude (source_id, locator, also_in, known_on) from progress_reports) as told
    union all
    select 'published_figures', plan_id, figure_id,
        told::varchar
    from (select * exclude (source_id, locator, also_in, known_on) from published_figures) as told
    union all
    select 'assessments', plan_id, assessment_id,
        told::varchar
    from (select * exclude (source_id, locator, also_in, known_on) from assessments) as told
    union all
    select 'processes', plan_id, process_id,
        told::varchar
    from (select * exclude (source_id, locator, also_in, known_on) from processes) as told
    union all
    select 'coverage_statements', plan_id, statement_id,
        told::varchar
    from (select * exclude (source_id, locator, also_in, known_on) from coverage_statements) as told
    union all
    select 'events', plan_id, event_id,
        told::varchar
    from (select * exclude (source_id, locator, also_in, known_on) from events) as told
    union all
    select 'proposal_stages', plan_id, concat_ws(' ', kind, stage_no),
        told::varchar
    from (select * exclude (source_id, locator, also_in, known_on) from proposal_stages) as told
    union all
    select 'proposals', plan_id, proposal_id,
        told::varchar
    from (select * exclude (source_id, locator, also_in, known_on) from proposals) as told
    union all
    select 'meetings', plan_id, meeting_id,
        told::varchar
    from (select * exclude (source_id, locator, also_in, known_on) from meetings) as told
    union all
    select 'core_group_members', plan_id, concat_ws(' ', institution_id, from_on),
        told::varchar
    from (select * exclude (source_id, locator, also_in, known_on) from core_group_members) as told
    union all
    select 'obligations', plan_id, obligation_id,
        told::varchar
    from (select * exclude (source_id, locator, also_in, known_on) from obligations) as told
    union all
    select 'indicators', plan_id, indicator_id,
        told::varchar
    from (select * exclude (source_id, locator, also_in, known_on) from indicators) as told
    union all
    select 'contradictions', plan_id, contradiction_id,
        told::varchar
    from (select * exclude (source_id, locator, also_in, known_on) from contradictions) as told
    union all
    select 'progress_report_sectors', progress_reports.plan_id, concat_ws(' ', report_id, sector),
        told::varchar
    from (
        select * exclude (source_id, locator, also_in, known_on) from progress_report_sectors
    ) as told
    inner join progress_reports using (report_id)
    union all
    select 'progress_report_initiatives', progress_reports.plan_id,
        concat_ws(' ', report_id, initiative), told::varchar
    from (
        select * exclude (source_id, locator, also_in, known_on) from progress_report_initiatives
    ) as told
    inner join progress_reports using (report_id)
    union all
    select 'participation', processes.plan_id, cell_id,
        told::varchar
    from (select * exclude (source_id, locator, also_in, known_on) from participation) as told
    inner join processes using (process_id)
    union all
    select 'event_origins', events.plan_id, concat_ws(' ', event_id, told.city),
        told::varchar
    from (select * exclude (source_id, locator, also_in, known_on) from event_origins) as told
    inner join events using (event_id)
    union all
    select 'event_findings', events.plan_id, concat_ws(' ', event_id, finding_no),
        told::varchar
    from (select * exclude (source_id, locator, also_in, known_on) from event_findings) as told
    inner join events using (event_id)
    union all
    select 'agreements', meetings.plan_id, concat_ws(' ', meeting_id, agreement_no),
        told::varchar
    from (select * exclude (source_id, locator, also_in, known_on) from agreements) as told
    inner join meetings using (meeting_id)
)

select table_name, plan_id, row_key, said
from all_rows
order by table_name, plan_id, row_key
