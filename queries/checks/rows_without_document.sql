-- Every row names a document that a reader can find.
with stated as (
    select 'plans' as table_name, source_id from plans
    union all
    select 'institutions' as table_name, source_id from institutions
    union all
    select 'institution_names' as table_name, source_id from institution_names
    union all
    select 'commitments' as table_name, source_id from commitments
    union all
    select 'commitment_actors' as table_name, source_id from commitment_actors
    union all
    select 'commitment_tags' as table_name, source_id from commitment_tags
    union all
    select 'milestones' as table_name, source_id from milestones
    union all
    select 'schedules' as table_name, source_id from schedules
    union all
    select 'progress_reports' as table_name, source_id from progress_reports
    union all
    select 'progress_report_sectors' as table_name, source_id from progress_report_sectors
    union all
    select 'progress_report_initiatives' as table_name, source_id from progress_report_initiatives
    union all
    select 'published_figures' as table_name, source_id from published_figures
    union all
    select 'contradictions' as table_name, source_id from contradictions
    union all
    select 'commitment_notes' as table_name, source_id from commitment_notes
    union all
    select 'indicators' as table_name, source_id from indicators
    union all
    select 'assessments' as table_name, source_id from assessments
    union all
    select 'meetings' as table_name, source_id from meetings
    union all
    select 'agreements' as table_name, source_id from agreements
    union all
    select 'core_group_members' as table_name, source_id from core_group_members
    union all
    select 'obligations' as table_name, source_id from obligations
    union all
    select 'proposal_stages' as table_name, source_id from proposal_stages
    union all
    select 'events' as table_name, source_id from events
    union all
    select 'event_findings' as table_name, source_id from event_findings
    union all
    select 'event_origins' as table_name, source_id from event_origins
    union all
    select 'proposals' as table_name, source_id from proposals
    union all
    select 'cantons' as table_name, source_id from cantons
    union all
    select 'provinces' as table_name, source_id from provinces
    union all
    select 'population' as table_name, source_id from population
    union all
    select 'coverage_statements' as table_name, source_id from coverage_statements
    union all
    select 'participation' as table_name, source_id from participation
    union all
    select 'processes' as table_name, source_id from processes
)

select stated.table_name, stated.source_id, count(*) as lost
from stated
anti join sources using (source_id)
group by stated.table_name, stated.source_id
order by stated.table_name, stated.source_id
