-- How does each commitment stand by the headline voice, and who leads it?
-- grain:   one row per commitment of the plan
-- reads:   commitments, commitment_leads, milestone_states, current_reports
-- params:  $plan_id varchar
-- returns: commitment_no bigint, ogp_id varchar, title_es varchar, title_en varchar,
--          leads varchar, milestones bigint, reported bigint, completed bigint,
--          mean decimal(5,2), told bigint, told_completed bigint, overdue bigint,
--          expired_unreported bigint, late_originally bigint, dated_twice bigint,
--          median_slip_months decimal(5,1),
--          sources struct(source_id varchar, locator varchar)[]
with standing as (
    select
        commitment_no,
        count(*) as milestones,
        count(*) filter (where is_reported) as reported,
        count(*) filter (where is_completed) as completed,
        case when count(percent) > 0 then sum(progress) / count(*) end::decimal(5, 2) as mean,
        count(*) filter (where is_overdue) as overdue,
        count(*) filter (where is_expired_unreported) as expired_unreported,
        count(*) filter (where is_late_originally) as late_originally,
        count(slip_months) as dated_twice,
        median(slip_months)::decimal(5, 1) as median_slip_months
    from milestone_states
    where plan_id = $plan_id
    group by commitment_no
),

documents as (
    select
        commitment_no,
        count(*) as told,
        count(*) filter (where is_completed) as told_completed
    from current_reports
    where plan_id = $plan_id and voice = 'document'
    group by commitment_no
),

forms as (
    select
        commitment_no,
        list({'source_id': source_id, 'locator': locator} order by milestone_no) as sources
    from current_reports
    where plan_id = $plan_id and voice = 'lead'
    group by commitment_no
)

select
    commitments.commitment_no, commitments.ogp_id, commitments.title_es, commitments.title_en,
    commitment_leads.leads,
    coalesce(standing.milestones, 0) as milestones,
    coalesce(standing.reported, 0) as reported,
    coalesce(standing.completed, 0) as completed,
    standing.mean,
    coalesce(documents.told, 0) as told,
    coalesce(documents.told_completed, 0) as told_completed,
    coalesce(standing.overdue, 0) as overdue,
    coalesce(standing.expired_unreported, 0) as expired_unreported,
    coalesce(standing.late_originally, 0) as late_originally,
    coalesce(standing.dated_twice, 0) as dated_twice,
    standing.median_slip_months,
    list_concat(
        [{'source_id': commitments.source_id, 'locator': commitments.locator}], forms.sources
    ) as sources
from commitments
left join commitment_leads using (plan_id, commitment_no)
left join standing using (commitment_no)
left join documents using (commitment_no)
left join forms using (commitment_no)
where commitments.plan_id = $plan_id
order by commitments.commitment_no
