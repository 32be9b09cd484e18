-- Which milestones of a plan ask something of each institution that leads or accompanies them?
-- grain:   one row per institution, role and milestone with something to do
-- reads:   commitment_actors, institutions, milestones, milestone_states, milestone_flags,
--          voice_states
-- params:  $plan_id varchar, $institution_ids varchar[] (empty list = all)
-- returns: institution_id varchar, name_es varchar, role varchar, commitment_no bigint,
--          milestone_no bigint, title_es varchar, title_en varchar, in_force_ends_on date,
--          date_precision varchar, is_overdue boolean, is_expired_unreported boolean,
--          is_due_soon boolean, is_stale boolean, is_disagreed boolean,
--          is_own_report_missing boolean, is_hundred_not_done boolean,
--          sources struct(source_id varchar, locator varchar)[]
with parties as (
    select
        commitment_actors.*, institutions.name_es,
        case commitment_actors.role when 'lead' then 'lead' else 'counterpart' end as voice
    from commitment_actors
    inner join institutions using (institution_id)
    where commitment_actors.plan_id = $plan_id
        and commitment_actors.role in ('lead', 'counterpart')
        and (len($institution_ids::varchar[]) = 0
            or list_contains($institution_ids::varchar[], commitment_actors.institution_id))
)

select
    parties.institution_id, parties.name_es, parties.role,
    milestones.commitment_no, milestones.milestone_no, milestones.title_es, milestones.title_en,
    milestone_states.in_force_ends_on, milestone_states.date_precision,
    parties.role = 'lead' and milestone_states.is_overdue as is_overdue,
    parties.role = 'lead' and milestone_states.is_expired_unreported as is_expired_unreported,
    parties.role = 'lead' and milestone_states.is_due_soon as is_due_soon,
    parties.role = 'lead' and milestone_flags.is_stale as is_stale,
    milestone_flags.is_disagreed,
    -- only where that voice has spoken of the plan at all: silence of everybody is said once
    not voice_states.is_reported and exists (
        select 1
        from voice_states as others
        where others.plan_id = $plan_id and others.voice = parties.voice and others.is_reported
    ) as is_own_report_missing,
    voice_states.is_hundred_not_done,
    [{'source_id': milestones.source_id, 'locator': milestones.locator}] as sources
from parties
inner join milestones using (plan_id, commitment_no)
inner join milestone_states using (plan_id, commitment_no, milestone_no)
inner join milestone_flags using (plan_id, commitment_no, milestone_no)
inner join voice_states
    on voice_states.plan_id = milestones.plan_id
    and voice_states.commitment_no = milestones.commitment_no
    and voice_states.milestone_no = milestones.milestone_no
    and voice_states.voice = parties.voice
where milestone_flags.is_disagreed
    or voice_states.is_hundred_not_done
    or not voice_states.is_reported
    or (parties.role = 'lead' and (
        milestone_states.is_overdue or milestone_states.is_expired_unreported
        or milestone_states.is_due_soon or milestone_flags.is_stale
    ))
order by parties.name_es, parties.role desc, milestones.commitment_no, milestones.milestone_no
