-- Which baselines, targets and results are known of one commitment?
-- grain:   one row per indicator
-- reads:   indicators, codes
-- params:  $plan_id varchar, $commitment_no bigint
-- returns: indicator_id varchar, series_id varchar, series_es varchar, series_en varchar,
--          milestone_no bigint, kind varchar, name_es varchar, name_en varchar,
--          value decimal(14,2), value_text varchar, unit varchar, denominator bigint,
--          bound varchar, observed_on date, date_precision varchar,
--          sources struct(source_id varchar, locator varchar)[]
select
    indicators.indicator_id, indicators.series_id,
    series.label_es as series_es, series.label_en as series_en,
    indicators.milestone_no, indicators.kind,
    indicators.name_es, indicators.name_en, indicators.value, indicators.value_text,
    indicators.unit, indicators.denominator, indicators.bound, indicators.observed_on,
    indicators.date_precision,
    [{'source_id': indicators.source_id, 'locator': indicators.locator}] as sources
from indicators
inner join codes as kinds on kinds.scheme = 'indicator_kind' and kinds.code = indicators.kind
left join codes as series
    on series.scheme = 'indicator_series' and series.code = indicators.series_id
where indicators.plan_id = $plan_id and indicators.commitment_no = $commitment_no
order by kinds.sort_order, indicators.observed_on nulls last, indicators.indicator_id
