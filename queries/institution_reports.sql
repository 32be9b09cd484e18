-- What has one institution reported, as lead or as counterpart?
-- grain:   one row per current report of the institution
-- reads:   voice_states, milestones
-- params:  $institution_id varchar
-- returns: plan_id varchar, commitment_no bigint, milestone_no bigint, title_es varchar,
--          title_en varchar, voice varchar, state varchar, percent bigint, reported_on date,
--          sources struct(source_id varchar, locator varchar)[]
select
    voice_states.plan_id, voice_states.commitment_no, voice_states.milestone_no,
    milestones.title_es, milestones.title_en, voice_states.voice, voice_states.state,
    voice_states.percent, voice_states.reported_on,
    [{'source_id': voice_states.source_id, 'locator': voice_states.locator}] as sources
from voice_states
inner join milestones using (plan_id, commitment_no, milestone_no)
where voice_states.institution_id = $institution_id and voice_states.is_reported
order by voice_states.plan_id, voice_states.commitment_no, voice_states.milestone_no,
    voice_states.voice_order
