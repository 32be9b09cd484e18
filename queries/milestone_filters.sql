-- By what may the milestones of the plan be chosen, and how many has each choice?
-- grain:   one row per filter and value that occurs
-- reads:   milestone_states, commitments, commitment_actors, commitment_tags, institutions, codes
-- params:  $plan_id varchar
-- returns: filter varchar, code varchar, label_es varchar, label_en varchar,
--          milestones bigint, sort_order bigint
with states as (
    select *, coalesce(state, 'no_report') as state_code
    from milestone_states
    where plan_id = $plan_id
),

choices as (
    select 'compromiso' as filter, states.commitment_no::varchar as code,
        commitments.title_es as label_es, commitments.title_en as label_en,
        count(*) as milestones, states.commitment_no as sort_order
    from states
    inner join commitments using (plan_id, commitment_no)
    group by all
    union all
    select 'tema', commitments.theme_id, commitments.theme_es, commitments.theme_en,
        count(*), min(states.commitment_no)
    from states
    inner join commitments using (plan_id, commitment_no)
    where commitments.theme_id is not null
    group by commitments.theme_id, commitments.theme_es, commitments.theme_en
    union all
    select 'institucion', institutions.institution_id, institutions.name_es,
        institutions.name_es, count(*), 0
    from states
    inner join commitment_actors
        on commitment_actors.plan_id = states.plan_id
        and commitment_actors.commitment_no = states.commitment_no
        and commitment_actors.role = 'lead'
    inner join institutions using (institution_id)
    group by institutions.institution_id, institutions.name_es
    union all
    select 'estado', states.state_code, codes.label_es, codes.label_en, count(*), codes.sort_order
    from states
    inner join codes
        on codes.code = states.state_code and codes.scheme in ('state', 'no_report')
    group by all
    union all
    select 'ods', commitment_tags.code, codes.label_es, codes.label_en, count(*), codes.sort_order
    from states
    inner join commitment_tags
        on commitment_tags.plan_id = states.plan_id
        and commitment_tags.commitment_no = states.commitment_no
        and commitment_tags.scheme = 'sdg'
    inner join codes on codes.scheme = 'sdg' and codes.code = commitment_tags.code
    group by all
    union all
    select 'plazo', codes.code, codes.label_es, codes.label_en, count(*), codes.sort_order
    from states
    inner join codes on codes.scheme = 'lateness'
    where (codes.code = 'overdue' and is_overdue)
        or (codes.code = 'expired_unreported' and is_expired_unreported)
        or (codes.code = 'due_soon' and is_due_soon)
        or (codes.code = 'late_originally' and is_late_originally)
        or (codes.code = 'unfinished_at_close' and is_unfinished_at_close)
        or (codes.code = 'unreported' and not is_reported)
    group by all
)

select filter, code, label_es, label_en, milestones, sort_order
from choices
order by filter, sort_order, label_es, code
