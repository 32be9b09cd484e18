-- What do people call each code?
-- grain:   one row per scheme and code, in the order of the scheme
-- reads:   codes
-- params:  none
-- returns: scheme varchar, code varchar, label_es varchar, label_en varchar
select scheme, code, label_es, label_en
from codes
order by scheme, sort_order, code
