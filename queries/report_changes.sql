-- What did one voice report differently at the later of two cut-offs?
-- grain:   one row per milestone of which the voice tells something else, or tells it anew
-- reads:   milestones, commitments, current_reports, earlier.milestones, earlier.commitments,
--          earlier.current_reports
-- params:  $plan_id varchar, $voice varchar
-- returns: commitment_no bigint, milestone_no bigint, title_es varchar, title_en varchar,
--          commitment_title_es varchar, commitment_title_en varchar, change varchar,
--          earlier_state varchar, earlier_told_state varchar, earlier_percent bigint,
--          earlier_reported_on date, earlier_precision varchar, state varchar,
--          told_state varchar, percent bigint, reported_on date, date_precision varchar,
--          percent_change bigint, sources struct(source_id varchar, locator varchar)[]
with ranks as (
    -- of both scales, the forms' and the documents'; what is stopped stands behind all
    select *
    from (values
        ('stopped', 0), ('definition', 1), ('not_started', 1), ('planning', 2),
        ('execution', 3), ('in_progress', 3), ('completed', 4)
    ) as ranks (told, rank)
),

later_reports as (
    select current_reports.*, ranks.rank
    from current_reports
    left join ranks on ranks.told = coalesce(current_reports.state, current_reports.told_state)
    where current_reports.plan_id = $plan_id and current_reports.voice = $voice
),

earlier_reports as (
    select reports.*, ranks.rank
    from earlier.current_reports as reports
    left join ranks on ranks.told = coalesce(reports.state, reports.told_state)
    where reports.plan_id = $plan_id and reports.voice = $voice
),

compared as (
    select
        commitment_no, milestone_no,
        case
            when earlier_reports.report_id is null then 'first_reported'
            when later_reports.report_id is null then 'no_longer_reported'
            when later_reports.is_completed and not earlier_reports.is_completed then 'completed'
            when later_reports.rank < earlier_reports.rank then 'set_back'
            when later_reports.rank >= 3 and earlier_reports.rank < 3 then 'begun'
            when later_reports.rank > earlier_reports.rank then 'advanced'
            when later_reports.percent > earlier_reports.percent then 'percent_up'
            when later_reports.percent < earlier_reports.percent then 'percent_down'
            when later_reports.rank is distinct from earlier_reports.rank
                or later_reports.percent is distinct from earlier_reports.percent then 'restated'
            when later_reports.report_id != earlier_reports.report_id then 'confirmed'
        end as change,
        earlier_reports.state as earlier_state,
        earlier_reports.told_state as earlier_told_state,
        earlier_reports.percent as earlier_percent,
        earlier_reports.reported_on as earlier_reported_on,
        earlier_reports.date_precision as earlier_precision,
        later_reports.state, later_reports.told_state, later_reports.percent,
        later_reports.reported_on, later_reports.date_precision,
        -- never up from nothing
        later_reports.percent - earlier_reports.percent as percent_change,
        list_distinct(list_filter([
            {'source_id': earlier_reports.source_id, 'locator': earlier_reports.locator},
            {'source_id': later_reports.source_id, 'locator': later_reports.locator}
        ], lambda place: place.source_id is not null)) as sources
    from later_reports
    full join earlier_reports using (commitment_no, milestone_no)
),

named as (
    select plan_id, commitment_no, milestone_no,
        coalesce(milestones.title_es, before.title_es) as title_es,
        coalesce(milestones.title_en, before.title_en) as title_en
    from milestones
    full join earlier.milestones as before using (plan_id, commitment_no, milestone_no)
    where plan_id = $plan_id
),

commitments_named as (
    select plan_id, commitment_no,
        coalesce(commitments.title_es, before.title_es) as title_es,
        coalesce(commitments.title_en, before.title_en) as title_en
    from commitments
    full join earlier.commitments as before using (plan_id, commitment_no)
    where plan_id = $plan_id
)

select
    compared.commitment_no, compared.milestone_no, named.title_es, named.title_en,
    commitments_named.title_es as commitment_title_es,
    commitments_named.title_en as commitment_title_en,
    compared.change, compared.earlier_state, compared.earlier_told_state,
    compared.earlier_percent, compared.earlier_reported_on, compared.earlier_precision,
    compared.state, compared.told_state, compared.percent, compared.reported_on,
    compared.date_precision, compared.percent_change, compared.sources
from compared
left join named using (commitment_no, milestone_no)
left join commitments_named using (commitment_no)
where compared.change is not null
order by compared.commitment_no, compared.milestone_no
