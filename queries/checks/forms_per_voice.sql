-- All official forms of the first plan are there once the last ones were registered.
with registered (voice, forms) as (
    values ('lead', 53), ('counterpart', 54), ('core_group', 47)
)

select registered.voice, registered.forms, count(progress_reports.report_id) as found
from registered
cross join snapshot
left join progress_reports
    on progress_reports.voice = registered.voice
    and progress_reports.plan_id = 'paga1'
    and progress_reports.source_id = 'forms-2021'
where snapshot.cut_off_on >= date '2021-12-31'
group by registered.voice, registered.forms
having count(progress_reports.report_id) != registered.forms
order by registered.voice
