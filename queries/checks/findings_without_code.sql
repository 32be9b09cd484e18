-- Every finding of the IRM is in the list of its variable.
select assessments.assessment_id, assessments.variable, assessments.code
from assessments
left join codes
    on codes.scheme = 'irm_' || assessments.variable and codes.code = assessments.code
where codes.code is null
order by assessments.assessment_id
