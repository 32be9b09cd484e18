-- Which dates in force were moved between two cut-offs, and by how many months?
-- grain:   one row per window that changed; milestone 0 is the commitment's own
-- reads:   windows, milestones, commitments, earlier.windows, earlier.milestones,
--          earlier.commitments
-- params:  $plan_id varchar
-- returns: commitment_no bigint, milestone_no bigint, title_es varchar, title_en varchar,
--          commitment_title_es varchar, commitment_title_en varchar, change varchar,
--          earlier_starts_on date, earlier_ends_on date, earlier_precision varchar,
--          starts_on date, ends_on date, date_precision varchar, months_moved bigint,
--          reason_es varchar, reason_en varchar,
--          sources struct(source_id varchar, locator varchar)[]
with compared as (
    select
        plan_id, commitment_no, milestone_no,
        case
            when earlier_windows.in_force_ends_on is null
                and later_windows.in_force_ends_on is not null then 'first_dated'
            when later_windows.in_force_ends_on is null
                and earlier_windows.in_force_ends_on is not null then 'no_longer_dated'
            when later_windows.in_force_ends_on > earlier_windows.in_force_ends_on
                then 'moved_later'
            when later_windows.in_force_ends_on < earlier_windows.in_force_ends_on
                then 'moved_earlier'
            else 'start_moved'
        end as change,
        earlier_windows.in_force_starts_on as earlier_starts_on,
        earlier_windows.in_force_ends_on as earlier_ends_on,
        earlier_windows.date_precision as earlier_precision,
        later_windows.in_force_starts_on as starts_on,
        later_windows.in_force_ends_on as ends_on,
        later_windows.date_precision,
        datediff('month', earlier_windows.in_force_ends_on, later_windows.in_force_ends_on)
            as months_moved,
        later_windows.reason_es, later_windows.reason_en,
        list_distinct(list_filter([
            {'source_id': earlier_windows.in_force_source_id,
                'locator': earlier_windows.in_force_locator},
            {'source_id': later_windows.in_force_source_id,
                'locator': later_windows.in_force_locator}
        ], lambda place: place.source_id is not null)) as sources
    from windows as later_windows
    full join earlier.windows as earlier_windows using (plan_id, commitment_no, milestone_no)
    where plan_id = $plan_id
        and (
            later_windows.in_force_starts_on is distinct from earlier_windows.in_force_starts_on
            or later_windows.in_force_ends_on is distinct from earlier_windows.in_force_ends_on
        )
)

select
    compared.commitment_no, compared.milestone_no,
    coalesce(milestones.title_es, before.title_es) as title_es,
    coalesce(milestones.title_en, before.title_en) as title_en,
    coalesce(commitments.title_es, commitments_before.title_es) as commitment_title_es,
    coalesce(commitments.title_en, commitments_before.title_en) as commitment_title_en,
    compared.change, compared.earlier_starts_on, compared.earlier_ends_on,
    compared.earlier_precision, compared.starts_on, compared.ends_on, compared.date_precision,
    compared.months_moved, compared.reason_es, compared.reason_en, compared.sources
from compared
left join milestones using (plan_id, commitment_no, milestone_no)
left join earlier.milestones as before using (plan_id, commitment_no, milestone_no)
left join commitments using (plan_id, commitment_no)
left join earlier.commitments as commitments_before using (plan_id, commitment_no)
order by compared.commitment_no, compared.milestone_no
