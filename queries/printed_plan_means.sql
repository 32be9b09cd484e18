-- Which means of the whole plan did others print, and what do their own lines and the forms give?
-- grain:   one row per figure that somebody printed for the whole plan
-- reads:   published_figures, milestones, progress_reports, sources
-- params:  $plan_id varchar
-- returns: figure_id varchar, source_id varchar, title varchar, name_es varchar,
--          name_en varchar, refers_on date, date_precision varchar, printed decimal(8,2),
--          own_lines bigint, own_mean decimal(5,2), forms_mean decimal(5,2),
--          reported bigint, milestones bigint,
--          sources struct(source_id varchar, locator varchar)[]
with printed as (
    select *
    from published_figures
    where plan_id = $plan_id and commitment_no is null and unit = 'percent'
),

own_lines as (  -- the same document's own figures of single milestones
    select printed.figure_id, count(*) as own_lines,
        (sum(lines.printed_value) / count(*))::decimal(5, 2) as own_mean
    from printed
    inner join published_figures as lines
        on lines.plan_id = printed.plan_id
        and lines.source_id = printed.source_id
        and lines.milestone_no is not null
    group by printed.figure_id
),

forms as (  -- the lead's current report of each milestone on the day the figure refers to
    select printed.figure_id, reports.commitment_no, reports.milestone_no,
        coalesce(reports.percent, case when reports.state = 'completed' then 100 end) as progress
    from printed
    inner join progress_reports as reports
        on reports.plan_id = printed.plan_id
        and reports.voice = 'lead'
        and reports.milestone_no is not null
        and reports.reported_on <= printed.refers_on
    qualify row_number() over (
        partition by printed.figure_id, reports.commitment_no, reports.milestone_no
        order by reports.reported_on desc, reports.registration_no desc
    ) = 1
),

totals as (
    select count(*) as milestones
    from milestones
    where plan_id = $plan_id
),

form_means as (
    select forms.figure_id, count(*) as reported, sum(forms.progress) as progress
    from forms
    group by forms.figure_id
)

select
    printed.figure_id, printed.source_id, sources.title, printed.name_es, printed.name_en,
    printed.refers_on, printed.date_precision, printed.printed_value as printed,
    coalesce(own_lines.own_lines, 0) as own_lines, own_lines.own_mean,
    (form_means.progress / totals.milestones)::decimal(5, 2) as forms_mean,
    coalesce(form_means.reported, 0) as reported, totals.milestones,
    [{'source_id': printed.source_id, 'locator': printed.locator}] as sources
from printed
cross join totals
left join own_lines using (figure_id)
left join form_means using (figure_id)
left join sources on sources.source_id = printed.source_id
order by printed.refers_on, printed.figure_id
