-- Which milestones are late, fell due without report or are due in 90 days, whose, and why?
-- grain:   one row per milestone in one of the groups; after a plan's end, those not concluded
-- reads:   milestones, milestone_states, commitment_leads, windows,
--          current_reports, commitment_notes, codes,
--          sources
-- params:  $plan_id varchar
-- returns: late_group varchar, commitment_no bigint, milestone_no bigint, title_es varchar,
--          title_en varchar, leads varchar, in_force_ends_on date, date_precision varchar,
--          state varchar, percent bigint, reported_on date, reason_es varchar,
--          reason_en varchar, reason_on date, reason_precision varchar,
--          commitment_obstacles bigint,
--          sources struct(source_id varchar, locator varchar)[]
with late as (
    select *,
        case
            when is_overdue then 'overdue'
            when is_expired_unreported then 'expired_unreported'
            when is_due_soon then 'due_soon'
            when is_unfinished_at_close then 'unfinished_at_close'
        end as late_group
    from milestone_states
    where plan_id = $plan_id
),

obstacles as (
    -- what a document names as in the way of this milestone itself
    select commitment_no, milestone_no, text_es, text_en, source_id, locator
    from commitment_notes
    where plan_id = $plan_id and kind = 'obstacle' and milestone_no is not null
    qualify row_number() over (partition by commitment_no, milestone_no order by note_id) = 1
),

of_commitment as (
    select commitment_no, count(*) as obstacles
    from commitment_notes
    where plan_id = $plan_id and kind = 'obstacle' and milestone_no is null
    group by commitment_no
),

told as (
    select
        commitment_no, milestone_no, reported_on, date_precision, note_es, note_en, source_id,
        locator
    from current_reports
    where plan_id = $plan_id and voice = 'document'
)

select
    late.late_group, late.commitment_no, late.milestone_no,
    milestones.title_es, milestones.title_en, commitment_leads.leads,
    late.in_force_ends_on, late.date_precision, late.state, late.percent, late.reported_on,
    coalesce(obstacles.text_es, told.note_es) as reason_es,
    coalesce(obstacles.text_en, told.note_en) as reason_en,
    coalesce(documents.published_on, told.reported_on) as reason_on,
    coalesce(documents.date_precision, told.date_precision) as reason_precision,
    coalesce(of_commitment.obstacles, 0) as commitment_obstacles,
    list_distinct(list_filter([
        {'source_id': windows.in_force_source_id, 'locator': windows.in_force_locator},
        {'source_id': obstacles.source_id, 'locator': obstacles.locator},
        {'source_id': told.source_id, 'locator': told.locator}
    ], lambda place: place.source_id is not null)) as sources
from late
inner join codes on codes.scheme = 'lateness' and codes.code = late.late_group
inner join milestones using (plan_id, commitment_no, milestone_no)
left join windows using (plan_id, commitment_no, milestone_no)
left join commitment_leads
    on commitment_leads.plan_id = late.plan_id
    and commitment_leads.commitment_no = late.commitment_no
left join obstacles using (commitment_no, milestone_no)
left join of_commitment using (commitment_no)
left join told
    on told.commitment_no = late.commitment_no
    and told.milestone_no = late.milestone_no
    and told.note_es is not null
left join sources as documents on documents.source_id = obstacles.source_id
order by codes.sort_order, late.in_force_ends_on, late.commitment_no, late.milestone_no
