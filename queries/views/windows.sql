-- When was each milestone to begin and end, as first planned and in the schedule in force?
-- grain:   one row per milestone with a schedule; milestone 0 is the commitment's own window
-- reads:   schedules
-- params:  none
-- returns: plan_id varchar, commitment_no bigint, milestone_no bigint, original_starts_on date,
--          original_ends_on date, original_source_id varchar, original_locator varchar,
--          in_force_version varchar, in_force_starts_on date, in_force_ends_on date,
--          in_force_source_id varchar, in_force_locator varchar, date_precision varchar,
--          slip_months bigint, reason_es varchar, reason_en varchar
with original as (
    select *
    from schedules
    where schedule_version = 'original'
),

in_force as (
    select *
    from schedules
    qualify row_number() over (
        partition by plan_id, commitment_no, milestone_no
        order by known_on desc, schedule_version
    ) = 1
)

select
    in_force.plan_id, in_force.commitment_no, in_force.milestone_no,
    original.starts_on as original_starts_on, original.ends_on as original_ends_on,
    original.source_id as original_source_id, original.locator as original_locator,
    in_force.schedule_version as in_force_version,
    in_force.starts_on as in_force_starts_on, in_force.ends_on as in_force_ends_on,
    in_force.source_id as in_force_source_id, in_force.locator as in_force_locator,
    in_force.date_precision,
    datediff('month', original.ends_on, in_force.ends_on) as slip_months,
    in_force.reason_es, in_force.reason_en
from in_force
left join original using (plan_id, commitment_no, milestone_no)
order by in_force.plan_id, in_force.commitment_no, in_force.milestone_no
