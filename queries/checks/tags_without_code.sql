-- Every tag has a name that people can read.
select
    commitment_tags.plan_id, commitment_tags.commitment_no, commitment_tags.scheme,
    commitment_tags.code
from commitment_tags
anti join codes using (scheme, code)
order by
    commitment_tags.plan_id, commitment_tags.commitment_no, commitment_tags.scheme,
    commitment_tags.code
