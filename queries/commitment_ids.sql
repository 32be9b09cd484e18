-- By which names may each commitment be asked for?
-- grain:   one row per commitment
-- reads:   commitments
-- params:  none
-- returns: plan_id varchar, commitment_no bigint, ogp_id varchar, title_es varchar,
--          title_en varchar
select plan_id, commitment_no, ogp_id, title_es, title_en
from commitments
order by plan_id, commitment_no
