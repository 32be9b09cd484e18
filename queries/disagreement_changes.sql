-- On which milestones did the voices begin to differ between two cut-offs, on which no longer?
-- grain:   one row per milestone that entered or left disagreement, or whose party began or ceased
--          to say that the other did not do its part
-- reads:   milestones, milestone_flags, voice_states, earlier.milestones, earlier.milestone_flags,
--          earlier.voice_states
-- params:  $plan_id varchar
-- returns: commitment_no bigint, milestone_no bigint, title_es varchar, title_en varchar,
--          change varchar, lead_state varchar, counterpart_state varchar,
--          core_group_state varchar, sources struct(source_id varchar, locator varchar)[]
with flags as (
    select
        plan_id, commitment_no, milestone_no,
        case
            when later_flags.is_disagreed and not coalesce(earlier_flags.is_disagreed, false)
                then 'newly_disagreed'
            when earlier_flags.is_disagreed and not coalesce(later_flags.is_disagreed, false)
                then 'no_longer_disagreed'
        end as differing,
        case
            when later_flags.other_did_not and not coalesce(earlier_flags.other_did_not, false)
                then 'newly_other_did_not'
            when earlier_flags.other_did_not and not coalesce(later_flags.other_did_not, false)
                then 'no_longer_other_did_not'
        end as blaming
    from milestone_flags as later_flags
    full join earlier.milestone_flags as earlier_flags using (plan_id, commitment_no, milestone_no)
    where plan_id = $plan_id
),

changes as (
    select plan_id, commitment_no, milestone_no, differing as change
    from flags
    where differing is not null
    union all
    select plan_id, commitment_no, milestone_no, blaming
    from flags
    where blaming is not null
),

voices as (
    select
        plan_id, commitment_no, milestone_no,
        any_value(state) filter (where voice = 'lead') as lead_state,
        any_value(state) filter (where voice = 'counterpart') as counterpart_state,
        any_value(state) filter (where voice = 'core_group') as core_group_state,
        list({'source_id': source_id, 'locator': locator} order by voice_order)
            filter (where source_id is not null) as sources
    from voice_states
    group by plan_id, commitment_no, milestone_no
),

earlier_voices as (
    select
        plan_id, commitment_no, milestone_no,
        list({'source_id': source_id, 'locator': locator} order by voice_order)
            filter (where source_id is not null) as sources
    from earlier.voice_states
    group by plan_id, commitment_no, milestone_no
)

select
    changes.commitment_no, changes.milestone_no,
    coalesce(milestones.title_es, before.title_es) as title_es,
    coalesce(milestones.title_en, before.title_en) as title_en,
    changes.change, voices.lead_state, voices.counterpart_state, voices.core_group_state,
    list_distinct(list_concat(voices.sources, earlier_voices.sources)) as sources
from changes
left join milestones using (plan_id, commitment_no, milestone_no)
left join earlier.milestones as before using (plan_id, commitment_no, milestone_no)
left join voices using (plan_id, commitment_no, milestone_no)
left join earlier_voices using (plan_id, commitment_no, milestone_no)
order by changes.change, changes.commitment_no, changes.milestone_no
