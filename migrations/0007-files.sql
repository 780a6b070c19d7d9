-- Files: what a case holds of pictures, papers and recordings. The content lies in a store under its hash.

-- Numbers of files are random: who knows the number of an upload that is in no case yet is the one who uploaded it.
create function app_files() returns bigint[] stable parallel safe language sql
  as $$ select coalesce(nullif(current_setting('app.files', true), ''), '{}')::bigint[] $$;

create table file (
  district_id int not null default app_district() references district,
  id bigint not null,
  case_id bigint,
  seq int, -- the event of the case that it came with
  sha256 text not null, -- of the content as stored, before sealing
  kind text not null, -- told by the content
  bytes int not null,
  name text not null,
  width int,
  height int,
  thumbnail boolean not null default false,
  sealed boolean not null default false, -- stored sealed: recordings
  visible_to text not null default 'staff' check (visible_to in ('staff', 'requester')),
  uploaded_kind text not null check (uploaded_kind in ('staff', 'resident', 'system')),
  uploaded_by bigint,
  origin text, -- keyed digest of where an upload without log-in came from; gone with the attachment
  at timestamptz not null,
  primary key (district_id, id),
  unique (id)
);
create index file_case on file (district_id, case_id, seq) where case_id is not null;
create index file_sha256 on file (district_id, sha256);
create index file_orphan on file (district_id, at) where case_id is null;
create index file_origin on file (district_id, origin, at) where origin is not null;

alter table file enable row level security;
create policy own_district on file to app_worker using (district_id = (select app_district()));
create policy upload on file for insert to app_staff, app_portal with check (district_id = (select app_district()) and case_id is null);
create policy named on file for select to app_staff, app_portal using (district_id = (select app_district())
  and case_id is null and id = any ((select app_files())::bigint[]));
-- Into which case it may go, the policy of reading says (0015): nobody attaches to what they may not see.
create policy attach on file for update to app_staff, app_portal using (district_id = (select app_district())
  and case_id is null and id = any ((select app_files())::bigint[])) with check (district_id = (select app_district()));
grant select, insert on file to app_staff, app_portal;
grant select, insert, update, delete on file to app_worker;
grant update (case_id, seq, origin) on file to app_staff, app_portal;

-- Uploads become part of a case with one of its events. All or none.
create function attach_files(wanted bigint, event_seq int, ids bigint[]) returns void volatile language plpgsql as $$
declare attached int;
begin
  perform set_config('app.files', ids::text, true);
  update file f set case_id = wanted, seq = event_seq, origin = null
    where f.district_id = app_district() and f.id = any (ids) and f.case_id is null;
  get diagnostics attached = row_count;
  if attached <> (select count(distinct i) from unnest(ids) i) then
    raise exception 'a file is gone or belongs to a case already' using errcode = 'LX410';
  end if;
end $$;
revoke execute on function attach_files from public;
grant execute on function attach_files to app_staff, app_portal, app_worker;

-- How many one origin has left without a case since an instant.
create function uploads_from(wanted text, since timestamptz) returns int stable security definer
  set search_path = pg_catalog, public language sql as $$
  select count(*)::int from file f where f.district_id = app_district() and f.origin = wanted and f.at > since
$$;
revoke execute on function uploads_from from public;
grant execute on function uploads_from to app_portal, app_worker;

-- HEIC pictures can't be opened here, hence not be cleaned of their location; telephones send JPEG when HEIC is not asked for.
update setting set value = (value - 'image/heic') || '["audio/amr"]' where key = 'file.kinds';
insert into setting (key, value, unit, starts, rule_id, source, level, checked, may_change, title) values
('file.orphan', '{"amount":24}', 'H', 'upload', 'X4', '产品默认', 'product', 'M', 'any',
  '{"zh":"未提交附件保留时间","en":"Keeping of uploads that were never sent in"}'),
('file.picture.side', '{"amount":3000}', 'px', null, null, '产品默认', 'product', 'M', 'any',
  '{"zh":"图片最长边","en":"Longest side of a stored picture"}'),
('file.picture.pixels', '{"amount":100000000}', 'px', null, null, '产品默认', 'product', 'M', 'any',
  '{"zh":"图片像素上限","en":"Most pixels of a picture"}'),
('file.public.perHour', '{"amount":30}', 'times', 'upload', null, '产品默认', 'product', 'M', 'any',
  '{"zh":"居民端每小时上传次数","en":"Uploads per hour of one visitor"}');
