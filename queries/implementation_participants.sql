-- How many took part in each milestone, as its lead institution reports, and of which sectors?
-- grain:   one row per milestone whose current lead report states activities or participants
-- reads:   current_reports, progress_reports, progress_report_sectors, milestones, commitments,
--          institutions, contradictions
-- params:  $plan_id varchar
-- returns: commitment_no bigint, commitment_title_es varchar, commitment_title_en varchar,
--          milestone_no bigint, title_es varchar, title_en varchar, institution varchar,
--          reported_on date, date_precision varchar, activities bigint, participants bigint,
--          sectors varchar, is_same_number boolean, is_without_activity boolean,
--          contradiction_es varchar, contradiction_en varchar,
--          sources struct(source_id varchar, locator varchar)[]
with sectors as (
    select report_id, string_agg(sector, '; ' order by sector) as sectors
    from progress_report_sectors
    group by report_id
),

-- documents that contradict the number of participants print that number in one of their readings
contradicted as (
    select
        progress_reports.report_id,
        string_agg(
            contradictions.reading_a_es || ' / ' || contradictions.reading_b_es, '; '
            order by contradictions.contradiction_id
        ) as readings_es,
        string_agg(
            coalesce(contradictions.reading_a_en, contradictions.reading_a_es) || ' / '
            || coalesce(contradictions.reading_b_en, contradictions.reading_b_es), '; '
            order by contradictions.contradiction_id
        ) as readings_en
    from progress_reports
    inner join contradictions using (plan_id, commitment_no, milestone_no)
    where contradictions.table_name in ('progress_reports', 'indicators', 'participation')
        and progress_reports.participants > 0
        and list_contains(
            regexp_extract_all(
                contradictions.reading_a_es || ' / ' || contradictions.reading_b_es, '[0-9]+'
            ),
            progress_reports.participants::varchar
        )
    group by progress_reports.report_id
)

select
    reports.commitment_no,
    commitments.title_es as commitment_title_es, commitments.title_en as commitment_title_en,
    reports.milestone_no, milestones.title_es, milestones.title_en,
    institutions.name_es as institution,
    reports.reported_on, reports.date_precision,
    forms.activities, forms.participants, sectors.sectors,
    coalesce(forms.activities = forms.participants and forms.participants > 0, false)
        as is_same_number,
    coalesce(forms.activities = 0 and forms.participants > 0, false) as is_without_activity,
    contradicted.readings_es as contradiction_es, contradicted.readings_en as contradiction_en,
    [{'source_id': reports.source_id, 'locator': reports.locator}] as sources
from current_reports as reports
inner join progress_reports as forms using (report_id)
left join milestones
    on milestones.plan_id = reports.plan_id
    and milestones.commitment_no = reports.commitment_no
    and milestones.milestone_no = reports.milestone_no
left join commitments
    on commitments.plan_id = reports.plan_id
    and commitments.commitment_no = reports.commitment_no
left join institutions on institutions.institution_id = reports.institution_id
left join sectors on sectors.report_id = reports.report_id
left join contradicted on contradicted.report_id = reports.report_id
where reports.plan_id = $plan_id
    and reports.voice = 'lead'
    and (forms.activities is not null or forms.participants is not null)
order by reports.commitment_no, reports.milestone_no
