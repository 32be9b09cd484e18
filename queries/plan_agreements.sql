-- What was agreed in the meetings of the Core Group on a plan?
-- grain:   one row per agreement, latest meeting first
-- reads:   meetings, agreements, institutions
-- params:  $plan_id varchar
-- returns: meeting_id varchar, held_on date, date_precision varchar, minutes_no varchar,
--          place varchar, subject_es varchar, subject_en varchar, agreement_no bigint,
--          text_es varchar, text_en varchar, owner varchar, due_on date, state varchar,
--          sources struct(source_id varchar, locator varchar)[]
select
    meetings.meeting_id, meetings.held_on, meetings.date_precision, meetings.minutes_no,
    meetings.place, meetings.subject_es, meetings.subject_en,
    agreements.agreement_no, agreements.text_es, agreements.text_en,
    institutions.name_es as owner, agreements.due_on, agreements.state,
    [{'source_id': agreements.source_id, 'locator': agreements.locator}] as sources
from meetings
inner join agreements using (meeting_id)
left join institutions on institutions.institution_id = agreements.owner_institution_id
where meetings.plan_id = $plan_id
order by meetings.held_on desc, meetings.meeting_id, agreements.agreement_no
