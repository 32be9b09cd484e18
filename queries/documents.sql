-- Which documents do the rows rest on?
-- grain:   one row per document
-- reads:   sources
-- params:  none
-- returns: source_id varchar, title varchar, publisher varchar, published_on date,
--          date_precision varchar, consulted_on date, language varchar, url varchar,
--          licence varchar
select
    source_id, title, publisher, published_on, date_precision, consulted_on, language, url, licence
from sources
order by published_on nulls last, source_id
