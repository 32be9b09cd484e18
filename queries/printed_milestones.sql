-- Where does a printed figure differ from the form it was made from, milestone by milestone?
-- grain:   one row per milestone or commitment that the document printed
-- reads:   published_figures, milestones, commitments, progress_reports
-- params:  $plan_id varchar, $source_id varchar
-- returns: commitment_no bigint, milestone_no bigint, title_es varchar, title_en varchar,
--          printed decimal(8,2), own_mean decimal(5,2), form_percent bigint,
--          forms_mean decimal(5,2), form_state varchar, form_on date, milestones bigint,
--          sources struct(source_id varchar, locator varchar)[]
with lines as (
    select *
    from published_figures
    where plan_id = $plan_id and source_id = $source_id and commitment_no is not null
),

forms as (
    select reports.commitment_no, reports.milestone_no, reports.state, reports.reported_on,
        reports.source_id, reports.locator,
        coalesce(reports.percent, case when reports.state = 'completed' then 100 end) as progress
    from progress_reports as reports
    where reports.plan_id = $plan_id
        and reports.voice = 'lead'
        and reports.milestone_no is not null
        and reports.reported_on <= (select max(refers_on) from lines)
    qualify row_number() over (
        partition by reports.commitment_no, reports.milestone_no
        order by reports.reported_on desc, reports.registration_no desc
    ) = 1
),

commitment_means as (
    select milestones.commitment_no, count(*) as milestones,
        (sum(lines.printed_value) / count(*))::decimal(5, 2) as own_mean,
        (sum(coalesce(forms.progress, 0)) / count(*))::decimal(5, 2) as forms_mean
    from milestones
    left join lines using (commitment_no, milestone_no)
    left join forms using (commitment_no, milestone_no)
    where milestones.plan_id = $plan_id
    group by milestones.commitment_no
)

select
    lines.commitment_no, lines.milestone_no,
    coalesce(milestones.title_es, commitments.title_es) as title_es,
    coalesce(milestones.title_en, commitments.title_en) as title_en,
    lines.printed_value as printed,
    case when lines.milestone_no is null then commitment_means.own_mean end as own_mean,
    forms.progress::bigint as form_percent,
    case when lines.milestone_no is null then commitment_means.forms_mean end as forms_mean,
    forms.state as form_state, forms.reported_on as form_on,
    commitment_means.milestones,
    list_filter([
        {'source_id': lines.source_id, 'locator': lines.locator},
        {'source_id': forms.source_id, 'locator': forms.locator}
    ], lambda place: place.source_id is not null) as sources
from lines
left join milestones
    on milestones.plan_id = lines.plan_id
    and milestones.commitment_no = lines.commitment_no
    and milestones.milestone_no = lines.milestone_no
left join commitments
    on commitments.plan_id = lines.plan_id and commitments.commitment_no = lines.commitment_no
left join forms
    on forms.commitment_no = lines.commitment_no and forms.milestone_no = lines.milestone_no
left join commitment_means on commitment_means.commitment_no = lines.commitment_no
order by lines.commitment_no, lines.milestone_no nulls first
