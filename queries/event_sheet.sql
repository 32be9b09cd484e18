-- What is known of one event or series: when, where, who called it, who came?
-- grain:   one row
-- reads:   events, provinces, population, commitments
-- params:  $event_id varchar
-- returns: event_id varchar, plan_id varchar, commitment_no bigint, title_es varchar,
--          title_en varchar, kind varchar, status varchar, name_es varchar, name_en varchar,
--          is_series boolean, series_id varchar, series_es varchar, series_en varchar,
--          series_count bigint, series_known bigint, zones_count bigint, city varchar,
--          province_code varchar, province_es varchar, venue varchar, modality varchar,
--          starts_on date, ends_on date, date_precision varchar, attendees bigint, men bigint,
--          women bigint, other_sex bigint, series_attendees bigint, organisers_es varchar,
--          note_es varchar, note_en varchar, census_people bigint, census_women bigint,
--          sources struct(source_id varchar, locator varchar)[]
with members as (
    select series_id, count(*) as known
    from events
    where series_id is not null and event_id != series_id
    group by series_id
),

census as (  -- of each province and, without one, of the country
    select
        province_code,
        max(people) filter (where sex is null) as people,
        max(people) filter (where sex = 'female') as women,
        list(distinct {'source_id': source_id, 'locator': locator}) as sources
    from population
    where census_year = 2022 and age is null and ethnicity is null
    group by province_code
)

select
    events.event_id, events.plan_id, events.commitment_no,
    commitments.title_es, commitments.title_en,
    events.kind, events.status, events.name_es, events.name_en,
    events.event_id is not distinct from events.series_id as is_series,
    events.series_id, series.name_es as series_es, series.name_en as series_en,
    coalesce(series.series_count, events.series_count) as series_count,
    coalesce(members.known, 0) as series_known,
    events.zones_count, events.city, events.province_code, provinces.name_es as province_es,
    events.venue, events.modality, events.starts_on, events.ends_on, events.date_precision,
    events.attendees, events.men, events.women, events.other_sex,
    series.attendees as series_attendees,
    events.organisers_es, events.note_es, events.note_en,
    census.people as census_people, census.women as census_women,
    list_concat(
        [{'source_id': events.source_id, 'locator': events.locator}],
        case when events.men is null and events.women is null then []
            else coalesce(census.sources, []) end
    ) as sources
from events
left join events as series
    on series.event_id = events.series_id and series.event_id != events.event_id
left join members on members.series_id = events.series_id
left join provinces on provinces.province_code = events.province_code
left join commitments
    on commitments.plan_id = events.plan_id and commitments.commitment_no = events.commitment_no
left join census on census.province_code is not distinct from events.province_code
where events.event_id = $event_id
order by events.event_id
