-- Which events were added, dropped or told anew between two cut-offs?
-- grain:   one row per event or series of the plan that changed
-- reads:   events, earlier.events
-- params:  $plan_id varchar
-- returns: event_id varchar, name_es varchar, name_en varchar, kind varchar, change varchar,
--          earlier_status varchar, status varchar, earlier_attendees bigint, attendees bigint,
--          starts_on date, ends_on date, date_precision varchar, city varchar,
--          sources struct(source_id varchar, locator varchar)[]
with compared as (
    select
        event_id,
        coalesce(later_events.name_es, earlier_events.name_es) as name_es,
        coalesce(later_events.name_en, earlier_events.name_en) as name_en,
        coalesce(later_events.kind, earlier_events.kind) as kind,
        case
            when earlier_events.name_es is null then 'added'
            when later_events.name_es is null then 'dropped'
            when later_events.status = 'held' and earlier_events.status != 'held' then 'now_held'
            when earlier_events.attendees is null and later_events.attendees is not null
                then 'now_counted'
            else 'changed'
        end as change,
        earlier_events.status as earlier_status, later_events.status,
        earlier_events.attendees as earlier_attendees, later_events.attendees,
        coalesce(later_events.starts_on, earlier_events.starts_on) as starts_on,
        coalesce(later_events.ends_on, earlier_events.ends_on) as ends_on,
        coalesce(later_events.date_precision, earlier_events.date_precision) as date_precision,
        coalesce(later_events.city, earlier_events.city) as city,
        earlier_events.said as earlier_said, later_events.said,
        list_distinct(list_filter([
            {'source_id': earlier_events.source_id, 'locator': earlier_events.locator},
            {'source_id': later_events.source_id, 'locator': later_events.locator}
        ], lambda place: place.source_id is not null)) as sources
    from (
        select events.*, told::varchar as said
        from events
        inner join (
            select * exclude (source_id, locator, also_in, known_on) from events
        ) as told using (event_id)
        where events.plan_id = $plan_id
    ) as later_events
    full join (
        select before.*, told::varchar as said
        from earlier.events as before
        inner join (
            select * exclude (source_id, locator, also_in, known_on) from earlier.events
        ) as told using (event_id)
        where before.plan_id = $plan_id
    ) as earlier_events using (event_id)
)

select
    event_id, name_es, name_en, kind, change, earlier_status, status, earlier_attendees, attendees,
    starts_on, ends_on, date_precision, city, sources
from compared
where said is distinct from earlier_said
order by change, starts_on nulls last, event_id
