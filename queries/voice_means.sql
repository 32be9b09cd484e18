-- How far does each voice say the plan and its commitments have come?
-- grain:   one row per voice and commitment, and one per voice for the plan (commitment_no null)
-- reads:   milestones, codes, current_reports
-- params:  $plan_id varchar
-- returns: voice varchar, commitment_no bigint, milestones bigint, reported bigint,
--          completed bigint, mean decimal(5,2), mean_reported decimal(5,2),
--          first_reported_on date, last_reported_on date, date_precision varchar,
--          sources struct(source_id varchar, locator varchar)[]
with milestone_voices as (
    select
        codes.code as voice, codes.sort_order, milestones.commitment_no, milestones.milestone_no,
        current_reports.report_id is not null as is_reported,
        current_reports.is_completed, current_reports.percent, current_reports.progress,
        current_reports.reported_on, current_reports.date_precision,
        current_reports.source_id, current_reports.locator
    from milestones
    inner join codes on codes.scheme = 'voice'
    left join current_reports
        on current_reports.plan_id = milestones.plan_id
        and current_reports.commitment_no = milestones.commitment_no
        and current_reports.milestone_no = milestones.milestone_no
        and current_reports.voice = codes.code
    where milestones.plan_id = $plan_id
)

select
    voice, commitment_no,
    count(*) as milestones,
    count(*) filter (where is_reported) as reported,
    count(*) filter (where is_completed) as completed,
    -- null, not zero, where the voice states no percent: the page says "no reports"
    case when count(percent) > 0 and voice != 'document'
        then sum(progress) / count(*) end::decimal(5, 2) as mean,
    case when count(percent) > 0 and voice != 'document'
        then sum(progress) / count(progress) end::decimal(5, 2) as mean_reported,
    min(reported_on) as first_reported_on,
    max(reported_on) as last_reported_on,
    max(date_precision) as date_precision,
    list({'source_id': source_id, 'locator': locator} order by commitment_no, milestone_no)
        filter (where is_reported) as sources
from milestone_voices
group by grouping sets ((voice, sort_order), (voice, sort_order, commitment_no))
order by sort_order, commitment_no nulls first
