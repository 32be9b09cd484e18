-- How many milestones were to be finished by each day, in each version of the schedule?
-- grain:   one row per version (original, in_force) and day on which a milestone was to end
-- reads:   milestones, windows
-- params:  $plan_id varchar
-- returns: version varchar, ends_on date, planned bigint, dated bigint, milestones bigint,
--          sources struct(source_id varchar, locator varchar)[]
with ends as (
    select
        'original' as version, milestones.commitment_no, milestones.milestone_no,
        windows.original_ends_on as ends_on,
        windows.original_source_id as source_id, windows.original_locator as locator
    from milestones
    left join windows using (plan_id, commitment_no, milestone_no)
    where milestones.plan_id = $plan_id
    union all
    select
        'in_force' as version, milestones.commitment_no, milestones.milestone_no,
        windows.in_force_ends_on as ends_on,
        windows.in_force_source_id as source_id, windows.in_force_locator as locator
    from milestones
    left join windows using (plan_id, commitment_no, milestone_no)
    where milestones.plan_id = $plan_id
),

totals as (
    select version, count(*) as milestones, count(ends_on) as dated
    from ends
    group by version
),

days as (
    select
        version, ends_on, count(*) as ending,
        list({'source_id': source_id, 'locator': locator} order by commitment_no, milestone_no)
            as sources
    from ends
    where ends_on is not null
    group by version, ends_on
)

select
    days.version, days.ends_on,
    (sum(days.ending) over (partition by days.version order by days.ends_on))::bigint as planned,
    totals.dated, totals.milestones, days.sources
from days
inner join totals using (version)
order by days.version, days.ends_on
