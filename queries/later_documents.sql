-- What did lead institutions say in a document after their last report?
-- grain:   one row per commitment and document of an institution that leads it
-- reads:   current_reports, commitment_actors, institutions, sources
-- params:  $plan_id varchar
-- returns: commitment_no bigint, institution varchar, title varchar, reported_on date,
--          date_precision varchar, told bigint, told_completed bigint, completed bigint,
--          sources struct(source_id varchar, locator varchar)[]
with leads as (
    select commitment_no, institution_id
    from commitment_actors
    where plan_id = $plan_id and role = 'lead'
),

forms as (
    select commitment_no, milestone_no, reported_on, is_completed
    from current_reports
    where plan_id = $plan_id and voice = 'lead'
),

documents as (
    select documents.*
    from current_reports as documents
    inner join leads using (commitment_no, institution_id)
    where documents.plan_id = $plan_id and documents.voice = 'document'
)

select
    documents.commitment_no, institutions.name_es as institution, sources.title,
    documents.reported_on, documents.date_precision,
    count(*) as told,
    count(*) filter (where documents.is_completed) as told_completed,
    count(*) filter (where forms.is_completed) as completed,
    list({'source_id': documents.source_id, 'locator': documents.locator}
        order by documents.milestone_no) as sources
from documents
left join institutions on institutions.institution_id = documents.institution_id
left join sources on sources.source_id = documents.source_id
left join forms using (commitment_no, milestone_no)
where forms.reported_on is null or documents.reported_on > forms.reported_on
group by all
order by documents.commitment_no, documents.reported_on
