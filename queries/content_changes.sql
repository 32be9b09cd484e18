-- Which commitments, milestones, actors and tags were added, dropped or renamed since a cut-off?
-- grain:   one row per item that changed
-- reads:   commitments, milestones, commitment_actors, commitment_tags, institutions, codes,
--          earlier.commitments, earlier.milestones, earlier.commitment_actors,
--          earlier.commitment_tags, earlier.institutions
-- params:  $plan_id varchar
-- returns: item varchar, change varchar, commitment_no bigint, milestone_no bigint,
--          part varchar, earlier_es varchar, earlier_en varchar, later_es varchar,
--          later_en varchar, sources struct(source_id varchar, locator varchar)[]
with actors as (
    select
        'actor' as item, commitment_no, 0::bigint as milestone_no, role as part,
        institution_id as item_key, institutions.name_es as name_es,
        institutions.name_es as name_en, commitment_actors.source_id, commitment_actors.locator
    from commitment_actors
    left join institutions using (institution_id)
    where plan_id = $plan_id
),

earlier_actors as (
    select
        'actor' as item, commitment_no, 0::bigint as milestone_no, role as part,
        institution_id as item_key, institutions.name_es as name_es,
        institutions.name_es as name_en, actors.source_id, actors.locator
    from earlier.commitment_actors as actors
    left join earlier.institutions as institutions using (institution_id)
    where plan_id = $plan_id
),

later_items as (
    select
        'commitment' as item, commitment_no, 0::bigint as milestone_no, null as part,
        '' as item_key, title_es as name_es, title_en as name_en, source_id, locator
    from commitments
    where plan_id = $plan_id
    union all
    select
        'milestone', commitment_no, milestone_no, null, '', title_es, title_en, source_id, locator
    from milestones
    where plan_id = $plan_id
    union all
    select 'tag', commitment_no, 0, scheme, code, code, code, source_id, locator
    from commitment_tags
    where plan_id = $plan_id
    union all
    from actors
),

earlier_items as (
    select
        'commitment' as item, commitment_no, 0::bigint as milestone_no, null as part,
        '' as item_key, title_es as name_es, title_en as name_en, source_id, locator
    from earlier.commitments
    where plan_id = $plan_id
    union all
    select
        'milestone', commitment_no, milestone_no, null, '', title_es, title_en, source_id, locator
    from earlier.milestones
    where plan_id = $plan_id
    union all
    select 'tag', commitment_no, 0, scheme, code, code, code, source_id, locator
    from earlier.commitment_tags
    where plan_id = $plan_id
    union all
    from earlier_actors
),

compared as (
    select
        coalesce(later_items.item, earlier_items.item) as item,
        case
            when earlier_items.item is null then 'added'
            when later_items.item is null then 'dropped'
            -- a title that was not known before is no other title
            when coalesce(earlier_items.name_es, earlier_items.name_en) is null then 'named'
            else 'renamed'
        end as change,
        coalesce(later_items.commitment_no, earlier_items.commitment_no) as commitment_no,
        coalesce(later_items.milestone_no, earlier_items.milestone_no) as milestone_no,
        coalesce(later_items.part, earlier_items.part) as part,
        earlier_items.name_es as earlier_es, earlier_items.name_en as earlier_en,
        later_items.name_es as later_es, later_items.name_en as later_en,
        list_distinct(list_filter([
            {'source_id': earlier_items.source_id, 'locator': earlier_items.locator},
            {'source_id': later_items.source_id, 'locator': later_items.locator}
        ], lambda place: place.source_id is not null)) as sources
    from later_items
    full join earlier_items
        on earlier_items.item = later_items.item
        and earlier_items.commitment_no = later_items.commitment_no
        and earlier_items.milestone_no = later_items.milestone_no
        and earlier_items.part is not distinct from later_items.part
        and earlier_items.item_key = later_items.item_key
    where earlier_items.item is null or later_items.item is null
        or earlier_items.name_es is distinct from later_items.name_es
        or earlier_items.name_en is distinct from later_items.name_en
)

select
    compared.item, compared.change, compared.commitment_no,
    nullif(compared.milestone_no, 0) as milestone_no, compared.part,
    coalesce(earlier_codes.label_es, compared.earlier_es) as earlier_es,
    coalesce(earlier_codes.label_en, compared.earlier_en) as earlier_en,
    coalesce(later_codes.label_es, compared.later_es) as later_es,
    coalesce(later_codes.label_en, compared.later_en) as later_en,
    compared.sources
from compared
left join codes as earlier_codes
    on compared.item = 'tag' and earlier_codes.scheme = compared.part
    and earlier_codes.code = compared.earlier_es
left join codes as later_codes
    on compared.item = 'tag' and later_codes.scheme = compared.part
    and later_codes.code = compared.later_es
order by compared.item, compared.change, compared.commitment_no, compared.milestone_no,
    compared.part, later_es, earlier_es
