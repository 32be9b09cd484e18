-- What does each voice say of each milestone, with documents beside?
-- grain:   one row per milestone and voice, those of the chosen group and commitment only
-- reads:   milestones, commitments, codes, voice_states, milestone_flags, current_reports
-- params:  $plan_id varchar, $commitment_nos bigint[] (empty list = all), $groups varchar[]
-- returns: commitment_no bigint, milestone_no bigint, title_es varchar, title_en varchar,
--          commitment_title_es varchar, commitment_title_en varchar, voice varchar,
--          state varchar, percent bigint, told_state varchar, reported_on date,
--          date_precision varchar, other_did_not boolean, is_hundred_not_done boolean,
--          is_done_below_hundred boolean, is_stale boolean, is_disagreed boolean,
--          note_es varchar, note_en varchar,
--          sources struct(source_id varchar, locator varchar)[]
with chosen as (
    select *
    from milestone_flags
    where plan_id = $plan_id
        and (len($commitment_nos::bigint[]) = 0
            or list_contains($commitment_nos::bigint[], commitment_no))
        and (len($groups::varchar[]) = 0
            or list_contains($groups::varchar[], 'disagreed') and is_disagreed
            or list_contains($groups::varchar[], 'other_did_not') and other_did_not
            or list_contains($groups::varchar[], 'hundred_not_done') and is_hundred_not_done
            or list_contains($groups::varchar[], 'done_below_hundred') and is_done_below_hundred
            or list_contains($groups::varchar[], 'unreported') and is_unreported
            or list_contains($groups::varchar[], 'stale') and is_stale)
)

select
    milestones.commitment_no, milestones.milestone_no, milestones.title_es, milestones.title_en,
    commitments.title_es as commitment_title_es, commitments.title_en as commitment_title_en,
    codes.code as voice,
    reports.state, reports.percent, reports.told_state, reports.reported_on,
    reports.date_precision,
    coalesce(voice_states.other_did_not, false) as other_did_not,
    coalesce(voice_states.is_hundred_not_done, false) as is_hundred_not_done,
    coalesce(voice_states.is_done_below_hundred, false) as is_done_below_hundred,
    coalesce(voice_states.is_stale, false) as is_stale,
    chosen.is_disagreed, reports.note_es, reports.note_en,
    [{'source_id': coalesce(reports.source_id, milestones.source_id),
      'locator': coalesce(reports.locator, milestones.locator)}] as sources
from chosen
inner join milestones using (plan_id, commitment_no, milestone_no)
inner join codes on codes.scheme = 'voice'
left join commitments using (plan_id, commitment_no)
left join voice_states
    on voice_states.plan_id = milestones.plan_id
    and voice_states.commitment_no = milestones.commitment_no
    and voice_states.milestone_no = milestones.milestone_no
    and voice_states.voice = codes.code
left join current_reports as reports
    on reports.plan_id = milestones.plan_id
    and reports.commitment_no = milestones.commitment_no
    and reports.milestone_no = milestones.milestone_no
    and reports.voice = codes.code
order by milestones.commitment_no, milestones.milestone_no, codes.sort_order
