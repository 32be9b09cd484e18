-- What was reported of one commitment, by whom and when?
-- grain:   one row per report of the commitment or of one of its milestones
-- reads:   progress_reports, milestones, institutions, sources, snapshot
-- params:  $plan_id varchar, $commitment_no bigint
-- returns: reported_on date, date_precision varchar, voice varchar, institution varchar,
--          title varchar, milestone_no bigint, milestone_es varchar, milestone_en varchar,
--          state varchar, percent bigint, told_state varchar, told_late boolean,
--          note_es varchar, note_en varchar,
--          sources struct(source_id varchar, locator varchar)[]
select
    reports.reported_on, reports.date_precision, reports.voice,
    coalesce(institutions.acronym, institutions.name_es) as institution,
    sources.title, reports.milestone_no,
    milestones.title_es as milestone_es, milestones.title_en as milestone_en,
    reports.state, reports.percent, reports.told_state, reports.told_late,
    reports.note_es, reports.note_en,
    [{'source_id': reports.source_id, 'locator': reports.locator}] as sources
from progress_reports as reports
cross join snapshot
left join milestones
    on milestones.plan_id = reports.plan_id
    and milestones.commitment_no = reports.commitment_no
    and milestones.milestone_no = reports.milestone_no
left join institutions on institutions.institution_id = reports.institution_id
left join sources on sources.source_id = reports.source_id
where reports.plan_id = $plan_id
    and reports.commitment_no = $commitment_no
    and reports.reported_on <= snapshot.cut_off_on
order by reports.reported_on desc, reports.voice, reports.milestone_no nulls first,
    reports.registration_no desc
