-- Which milestones became late or fell due without report between two cut-offs, which no longer?
-- grain:   one row per milestone that went from one group to another; a plan's end has its own two
-- reads:   milestones, milestone_states, plan_states, windows, commitment_leads,
--          earlier.milestones, earlier.milestone_states, earlier.plan_states
-- params:  $plan_id varchar
-- returns: commitment_no bigint, milestone_no bigint, title_es varchar, title_en varchar,
--          leads varchar, change varchar, earlier_group varchar, later_group varchar,
--          in_force_ends_on date, date_precision varchar, state varchar, percent bigint,
--          sources struct(source_id varchar, locator varchar)[]
with later_groups as (
    select milestone_states.*,
        case
            when is_overdue then 'overdue'
            when is_expired_unreported then 'expired_unreported'
            when is_unfinished_at_close then 'unfinished_at_close'
            when plan_states.state = 'closed' and not is_reported then 'unreported'
        end as late_group
    from milestone_states
    left join plan_states using (plan_id)
    where plan_id = $plan_id
),

earlier_groups as (
    select standing.*,
        case
            when is_overdue then 'overdue'
            when is_expired_unreported then 'expired_unreported'
            when is_unfinished_at_close then 'unfinished_at_close'
            when plans.state = 'closed' and not is_reported then 'unreported'
        end as late_group
    from earlier.milestone_states as standing
    left join earlier.plan_states as plans using (plan_id)
    where plan_id = $plan_id
)

select
    commitment_no, milestone_no,
    coalesce(milestones.title_es, before.title_es) as title_es,
    coalesce(milestones.title_en, before.title_en) as title_en,
    commitment_leads.leads,
    case later_groups.late_group
        when 'overdue' then 'newly_overdue'
        when 'expired_unreported' then 'newly_expired'
        when 'unfinished_at_close' then 'newly_unfinished'
        when 'unreported' then 'newly_unreported'
        else 'no_longer_late'
    end as change,
    earlier_groups.late_group as earlier_group, later_groups.late_group as later_group,
    later_groups.in_force_ends_on, later_groups.date_precision, later_groups.state,
    later_groups.percent,
    list_distinct(list_filter([
        {'source_id': windows.in_force_source_id, 'locator': windows.in_force_locator},
        {'source_id': coalesce(milestones.source_id, before.source_id),
            'locator': coalesce(milestones.locator, before.locator)}
    ], lambda place: place.source_id is not null)) as sources
from later_groups
full join earlier_groups using (plan_id, commitment_no, milestone_no)
left join milestones using (plan_id, commitment_no, milestone_no)
left join earlier.milestones as before using (plan_id, commitment_no, milestone_no)
left join windows using (plan_id, commitment_no, milestone_no)
left join commitment_leads using (plan_id, commitment_no)
where later_groups.late_group is distinct from earlier_groups.late_group
order by change, commitment_no, milestone_no
