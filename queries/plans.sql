-- Which plans are known, in which state, what do they hold, when did their lead last report?
-- grain:   one row per plan, the one shown by default first
-- reads:   plans, plan_states, commitments, milestones, current_reports
-- params:  none
-- returns: plan_id varchar, name_es varchar, name_en varchar, starts_on date,
--          ends_on_original date, ends_on date, date_precision varchar, state varchar,
--          commitments bigint, milestones bigint, last_lead_report_on date,
--          last_form_on date, last_document_on date, last_document_precision varchar,
--          sources struct(source_id varchar, locator varchar)[]
with commitment_counts as (
    select plan_id, count(*) as commitments
    from commitments
    group by plan_id
),

milestone_counts as (
    select plan_id, count(*) as milestones
    from milestones
    group by plan_id
),

reports as (
    select
        plan_id,
        max(reported_on) filter (where voice = 'lead') as last_lead_report_on,
        max(reported_on) filter (where voice != 'document') as last_form_on,
        max(reported_on) filter (where voice = 'document') as last_document_on,
        arg_max(date_precision, reported_on) filter (where voice = 'document')
            as last_document_precision
    from current_reports
    group by plan_id
)

select
    plans.plan_id, plans.name_es, plans.name_en, plans.starts_on, plans.ends_on_original,
    plans.ends_on, plans.date_precision, plan_states.state,
    coalesce(commitment_counts.commitments, 0) as commitments,
    coalesce(milestone_counts.milestones, 0) as milestones,
    reports.last_lead_report_on, reports.last_form_on,
    reports.last_document_on, reports.last_document_precision,
    [{'source_id': plans.source_id, 'locator': plans.locator}] as sources
from plans
inner join plan_states using (plan_id)
left join commitment_counts using (plan_id)
left join milestone_counts using (plan_id)
left join reports using (plan_id)
order by
    reports.last_lead_report_on is not null and plan_states.state = 'implementation' desc,
    reports.last_lead_report_on desc nulls last,
    plans.plan_id
