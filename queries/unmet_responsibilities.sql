-- Who says that the other party did not do its part?
-- grain:   one row per current report that says so
-- reads:   voice_states, milestones, institutions
-- params:  $plan_id varchar
-- returns: commitment_no bigint, milestone_no bigint, title_es varchar, title_en varchar,
--          voice varchar, institution varchar, reported_on date,
--          sources struct(source_id varchar, locator varchar)[]
select
    voice_states.commitment_no, voice_states.milestone_no,
    milestones.title_es, milestones.title_en,
    voice_states.voice, institutions.name_es as institution, voice_states.reported_on,
    [{'source_id': voice_states.source_id, 'locator': voice_states.locator}] as sources
from voice_states
inner join milestones using (plan_id, commitment_no, milestone_no)
left join institutions on institutions.institution_id = voice_states.institution_id
where voice_states.plan_id = $plan_id and voice_states.other_did_not
order by voice_states.commitment_no, voice_states.milestone_no, voice_states.voice_order
