-- What became of the proposals of the co-creation that an event was part of?
-- grain:   one row per outcome; none where the event was no part of a co-creation
-- reads:   events, proposals, codes
-- params:  $event_id varchar
-- returns: outcome varchar, outcome_es varchar, outcome_en varchar, proposals bigint,
--          sources struct(source_id varchar, locator varchar)[]
with asked as (
    select distinct events.plan_id
    from events
    left join events as series on series.event_id = events.series_id
    where events.event_id = $event_id
        and 'cocreation' in (events.kind, coalesce(series.kind, events.kind))
)

select
    proposals.outcome, outcomes.label_es as outcome_es, outcomes.label_en as outcome_en,
    count(*) as proposals,
    list(distinct {'source_id': proposals.source_id, 'locator': proposals.locator}) as sources
from asked
inner join proposals using (plan_id)
left join codes as outcomes
    on outcomes.scheme = 'proposal_outcome' and outcomes.code = proposals.outcome
group by proposals.outcome, outcomes.label_es, outcomes.label_en, outcomes.sort_order
order by outcomes.sort_order nulls last, proposals.outcome
