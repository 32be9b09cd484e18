-- What had each voice told by the end of each of its reporting rounds?
-- grain:   one row per voice, document and round; a round ends after 31 days without a report
-- reads:   progress_reports, milestones, sources, institutions, snapshot
-- params:  $plan_id varchar
-- returns: voice varchar, source_id varchar, title varchar, speaker varchar,
--          first_reported_on date, last_reported_on date, date_precision varchar,
--          reported bigint, completed bigint, milestones bigint,
--          sources struct(source_id varchar, locator varchar)[]
with reports as (
    select
        progress_reports.*,
        coalesce(
            reported_on - lag(reported_on) over (
                partition by voice, source_id order by reported_on, registration_no
            ) > 31, true
        ) as opens_round
    from progress_reports
    cross join snapshot
    where plan_id = $plan_id
        and milestone_no is not null
        and reported_on <= snapshot.cut_off_on
        and (state is not null or percent is not null or told_state is not null)
),

numbered as (
    select
        *, sum(opens_round::int) over (
            partition by voice, source_id order by reported_on, registration_no nulls last
        ) as round_no
    from reports
),

rounds as (
    select
        voice, source_id, round_no,
        min(reported_on) as first_reported_on,
        max(reported_on) as last_reported_on,
        max(date_precision) as date_precision,
        case when count(distinct institution_id) = 1 then max(institution_id) end
            as institution_id
    from numbered
    group by voice, source_id, round_no
),

told as (  -- what holds at the end of the round: earlier rounds of the same voice count too
    select rounds.voice, rounds.source_id, rounds.round_no, numbered.commitment_no,
        numbered.milestone_no, numbered.locator,
        coalesce(numbered.state, numbered.told_state) is not distinct from 'completed'
            as is_completed
    from rounds
    inner join numbered
        on numbered.voice = rounds.voice
        and numbered.source_id = rounds.source_id
        and numbered.reported_on <= rounds.last_reported_on
    qualify row_number() over (
        partition by rounds.voice, rounds.source_id, rounds.round_no, numbered.commitment_no,
            numbered.milestone_no
        order by numbered.reported_on desc, numbered.registration_no desc nulls last
    ) = 1
)

select
    rounds.voice, rounds.source_id, sources.title,
    -- a document speaks by the institution that wrote it, where it is one
    coalesce(institutions.acronym, institutions.name_es) as speaker,
    rounds.first_reported_on, rounds.last_reported_on, rounds.date_precision,
    count(*) as reported,
    count(*) filter (where told.is_completed) as completed,
    (select count(*) from milestones where milestones.plan_id = $plan_id) as milestones,
    list({'source_id': rounds.source_id, 'locator': told.locator}
        order by told.commitment_no, told.milestone_no) as sources
from rounds
inner join told using (voice, source_id, round_no)
left join sources on sources.source_id = rounds.source_id
left join institutions on institutions.institution_id = rounds.institution_id
group by all
order by rounds.last_reported_on, rounds.voice, rounds.source_id
