-- Which agreements were added, dropped or told anew between two cut-offs?
-- grain:   one row per agreement of a meeting on the plan that changed
-- reads:   meetings, agreements, institutions, earlier.meetings, earlier.agreements
-- params:  $plan_id varchar
-- returns: meeting_id varchar, held_on date, date_precision varchar, minutes_no varchar,
--          agreement_no bigint, text_es varchar, text_en varchar, change varchar,
--          earlier_state varchar, state varchar, owner varchar, due_on date,
--          sources struct(source_id varchar, locator varchar)[]
with later_agreements as (
    select
        agreements.*, meetings.held_on, meetings.date_precision, meetings.minutes_no,
        institutions.name_es as owner, told::varchar as said
    from agreements
    inner join (
        select * exclude (source_id, locator, also_in, known_on) from agreements
    ) as told using (meeting_id, agreement_no)
    inner join meetings using (meeting_id)
    left join institutions on institutions.institution_id = agreements.owner_institution_id
    where meetings.plan_id = $plan_id
),

earlier_agreements as (
    select
        agreements.*, meetings.held_on, meetings.date_precision, meetings.minutes_no,
        told::varchar as said
    from earlier.agreements as agreements
    inner join (
        select * exclude (source_id, locator, also_in, known_on) from earlier.agreements
    ) as told using (meeting_id, agreement_no)
    inner join earlier.meetings as meetings using (meeting_id)
    where meetings.plan_id = $plan_id
),

compared as (
    select
        meeting_id, agreement_no,
        coalesce(later_agreements.held_on, earlier_agreements.held_on) as held_on,
        coalesce(later_agreements.date_precision, earlier_agreements.date_precision)
            as date_precision,
        coalesce(later_agreements.minutes_no, earlier_agreements.minutes_no) as minutes_no,
        coalesce(later_agreements.text_es, earlier_agreements.text_es) as text_es,
        coalesce(later_agreements.text_en, earlier_agreements.text_en) as text_en,
        case
            when earlier_agreements.text_es is null then 'added'
            when later_agreements.text_es is null then 'dropped'
            else 'changed'
        end as change,
        earlier_agreements.state as earlier_state, later_agreements.state,
        later_agreements.owner, later_agreements.due_on,
        earlier_agreements.said as earlier_said, later_agreements.said,
        list_distinct(list_filter([
            {'source_id': earlier_agreements.source_id, 'locator': earlier_agreements.locator},
            {'source_id': later_agreements.source_id, 'locator': later_agreements.locator}
        ], lambda place: place.source_id is not null)) as sources
    from later_agreements
    full join earlier_agreements using (meeting_id, agreement_no)
)

select
    meeting_id, held_on, date_precision, minutes_no, agreement_no, text_es, text_en, change,
    earlier_state, state, owner, due_on, sources
from compared
where said is distinct from earlier_said
order by held_on desc nulls last, meeting_id, agreement_no
