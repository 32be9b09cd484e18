-- What did OGP's IRM find of one commitment, in its own scales?
-- grain:   one row per finding
-- reads:   assessments, codes
-- params:  $plan_id varchar, $commitment_no bigint
-- returns: assessment_id varchar, variable_es varchar, variable_en varchar,
--          variable_definition_es varchar, variable_definition_en varchar, code_es varchar,
--          code_en varchar, code_definition_es varchar, code_definition_en varchar,
--          assessed_period varchar, published_on date,
--          sources struct(source_id varchar, locator varchar)[]
select
    assessments.assessment_id,
    variables.label_es as variable_es, variables.label_en as variable_en,
    variables.definition_es as variable_definition_es,
    variables.definition_en as variable_definition_en,
    codes.label_es as code_es, codes.label_en as code_en,
    codes.definition_es as code_definition_es, codes.definition_en as code_definition_en,
    assessments.assessed_period, assessments.published_on,
    [{'source_id': assessments.source_id, 'locator': assessments.locator}] as sources
from assessments
left join codes as variables
    on variables.scheme = 'assessment_variable' and variables.code = assessments.variable
left join codes
    on codes.scheme = 'irm_' || assessments.variable and codes.code = assessments.code
where assessments.plan_id = $plan_id and assessments.commitment_no = $commitment_no
order by variables.sort_order, assessments.assessment_id
