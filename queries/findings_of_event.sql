-- What did people say in an event, or in the series it belongs to?
-- grain:   one row per finding
-- reads:   event_findings, events
-- params:  $event_id varchar
-- returns: event_id varchar, is_of_series boolean, finding_no bigint, question_es varchar,
--          question_en varchar, finding_es varchar, finding_en varchar,
--          sources struct(source_id varchar, locator varchar)[]
with asked as (
    select event_id, series_id
    from events
    where event_id = $event_id
)

select
    event_findings.event_id,
    event_findings.event_id != asked.event_id as is_of_series,
    event_findings.finding_no,
    event_findings.question_es, event_findings.question_en,
    event_findings.finding_es, event_findings.finding_en,
    [{'source_id': event_findings.source_id, 'locator': event_findings.locator}] as sources
from asked
inner join event_findings
    on event_findings.event_id = asked.event_id or event_findings.event_id = asked.series_id
order by is_of_series, event_findings.event_id, event_findings.finding_no
