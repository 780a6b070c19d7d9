-- What hangs on a case is visible exactly when the case is: its files, and who has looked at it.

create policy with_case on file for select to app_staff, app_portal using (district_id = (select app_district())
  and case_id is not null and exists (select from cases c where c.district_id = file.district_id and c.id = file.case_id));
-- The requester sees what the requester sent in or was meant to get.
create policy for_requester on file as restrictive for select to app_portal using (case_id is null or visible_to = 'requester');

create or replace function case_files(wanted bigint) returns jsonb stable language sql as $$
  select coalesce(jsonb_agg(jsonb_build_object('id', f.id, 'name', f.name, 'kind', f.kind, 'bytes', f.bytes, 'seq', f.seq) order by f.seq, f.at, f.id), '[]')
  from file f where f.district_id = app_district() and f.case_id = wanted
$$;

create policy with_case on access_log for select to app_staff using (district_id = (select app_district())
  and subject = 'case' and exists (select from cases c where c.district_id = access_log.district_id and c.id = access_log.subject_id));
