-- When was each milestone to be done, how does it stand, and whose is it?
-- grain:   one row per milestone of the plan that passes every filter
-- reads:   milestones, milestone_states, commitments, commitment_leads, commitment_tags,
--          windows, current_reports
-- params:  $plan_id varchar, $commitment_nos bigint[] (empty list = all),
--          $theme_ids varchar[], $institution_ids varchar[], $states varchar[],
--          $sdgs varchar[], $groups varchar[]
-- returns: commitment_no bigint, milestone_no bigint, title_es varchar, title_en varchar,
--          commitment_title_es varchar, commitment_title_en varchar, leads varchar,
--          original_starts_on date, original_ends_on date, in_force_starts_on date,
--          in_force_ends_on date, date_precision varchar, slip_months bigint,
--          reason_es varchar, reason_en varchar, state varchar, percent bigint,
--          reported_on date, is_reported boolean, is_completed boolean, is_overdue boolean,
--          is_expired_unreported boolean, is_due_soon boolean, is_late_originally boolean,
--          is_unreported_originally boolean, is_unfinished_at_close boolean,
--          document_state varchar, document_on date, document_precision varchar,
--          document_note_es varchar, document_note_en varchar,
--          sources struct(source_id varchar, locator varchar)[]
with goals as (
    select plan_id, commitment_no, list(code) as sdgs
    from commitment_tags
    where scheme = 'sdg'
    group by plan_id, commitment_no
),

documents as (
    select *
    from current_reports
    where voice = 'document'
),

forms as (
    select *
    from current_reports
    where voice = 'lead'
),

standing as (
    select
        milestone_states.*,
        -- the groups a reader may ask for; a milestone can be in several
        list_filter([
            case when is_overdue then 'overdue' end,
            case when is_expired_unreported then 'expired_unreported' end,
            case when is_due_soon then 'due_soon' end,
            case when is_late_originally then 'late_originally' end,
            case when is_unfinished_at_close then 'unfinished_at_close' end,
            case when not is_reported then 'unreported' end
        ], lambda code: code is not null) as groups
    from milestone_states
)

select
    milestones.commitment_no, milestones.milestone_no, milestones.title_es, milestones.title_en,
    commitments.title_es as commitment_title_es, commitments.title_en as commitment_title_en,
    commitment_leads.leads,
    standing.original_starts_on, standing.original_ends_on,
    standing.in_force_starts_on, standing.in_force_ends_on,
    standing.date_precision, standing.slip_months,
    windows.reason_es, windows.reason_en,
    standing.state, standing.percent, standing.reported_on,
    standing.is_reported, standing.is_completed, standing.is_overdue,
    standing.is_expired_unreported, standing.is_due_soon, standing.is_late_originally,
    standing.is_unreported_originally, standing.is_unfinished_at_close,
    documents.told_state as document_state, documents.reported_on as document_on,
    documents.date_precision as document_precision,
    documents.note_es as document_note_es, documents.note_en as document_note_en,
    list_distinct(list_filter([
        {'source_id': milestones.source_id, 'locator': milestones.locator},
        {'source_id': windows.original_source_id, 'locator': windows.original_locator},
        {'source_id': windows.in_force_source_id, 'locator': windows.in_force_locator},
        {'source_id': forms.source_id, 'locator': forms.locator},
        {'source_id': documents.source_id, 'locator': documents.locator}
    ], lambda place: place.source_id is not null)) as sources
from milestones
inner join standing using (plan_id, commitment_no, milestone_no)
left join commitments using (plan_id, commitment_no)
left join commitment_leads using (plan_id, commitment_no)
left join goals using (plan_id, commitment_no)
left join windows using (plan_id, commitment_no, milestone_no)
left join forms using (plan_id, commitment_no, milestone_no)
left join documents using (plan_id, commitment_no, milestone_no)
where milestones.plan_id = $plan_id
    and (len($commitment_nos::bigint[]) = 0
        or list_contains($commitment_nos::bigint[], milestones.commitment_no))
    and (len($theme_ids::varchar[]) = 0
        or list_contains($theme_ids::varchar[], commitments.theme_id))
    and (len($institution_ids::varchar[]) = 0
        or list_has_any($institution_ids::varchar[], coalesce(commitment_leads.institution_ids, [])))
    and (len($states::varchar[]) = 0
        or list_contains($states::varchar[], coalesce(standing.state, 'no_report')))
    and (len($sdgs::varchar[]) = 0
        or list_has_any($sdgs::varchar[], coalesce(goals.sdgs, [])))
    and (len($groups::varchar[]) = 0 or list_has_any($groups::varchar[], standing.groups))
order by milestones.commitment_no, milestones.milestone_no
