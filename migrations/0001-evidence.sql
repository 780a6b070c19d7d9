-- Roles, the district, and the evidence: events, seals, consumer cursors, idempotency keys, settings.

do $$
declare r text;
begin
  foreach r in array array['app_staff', 'app_portal', 'app_worker', 'app_auth', 'figure_reader'] loop
    begin
      if not exists (select from pg_roles where rolname = r) then
        execute format('create role %I nologin', r);
      end if;
    exception when duplicate_object or unique_violation then null; -- roles are the cluster's: another database made it meanwhile
    end;
  end loop;
end $$;

-- After COMMIT a LOCAL setting reads '', hence nullif everywhere.
create function app_district() returns int stable parallel safe language sql
  as $$ select nullif(current_setting('app.district', true), '')::int $$;
create function app_ranges(name text) returns int4multirange stable parallel safe language sql
  as $$ select coalesce(nullif(current_setting(name, true), '')::int4multirange, '{}') $$;
create function app_flag(name text) returns boolean stable parallel safe language sql
  as $$ select coalesce(nullif(current_setting(name, true), '')::boolean, false) $$;

create table district (
  id int primary key,
  name jsonb not null,
  time_zone text not null default 'Asia/Shanghai',
  hotline text not null
);
grant select on district to app_staff, app_portal, app_worker, app_auth, figure_reader;

-- A restored database counts its transactions from the start again; the offset keeps positions rising (written by restore only).
create table log_era (position_offset bigint not null, since timestamptz not null default now());
insert into log_era (position_offset) values (0);
create function log_offset() returns bigint stable language sql as $$ select max(position_offset) from log_era $$;
create function log_position() returns bigint volatile language sql
  as $$ select pg_current_xact_id()::text::bigint + log_offset() $$;
-- Everything below the horizon is committed or gone: no running transaction can still add to it.
create function log_horizon() returns bigint volatile language sql
  as $$ select pg_snapshot_xmin(pg_current_snapshot())::text::bigint + log_offset() $$;
grant select on log_era to app_staff, app_portal, app_worker, app_auth, figure_reader;

create sequence event_id;
create table event (
  district_id int not null default app_district() references district,
  id bigint not null default nextval('event_id'),
  subject text not null,
  subject_id bigint not null,
  seq int not null,
  verb text not null,
  actor_kind text not null check (actor_kind in ('staff', 'resident', 'system')),
  actor_id bigint,
  unit_id int,
  role text,
  at timestamptz not null,
  data jsonb not null default '{}',
  position bigint not null default log_position(),
  primary key (district_id, id),
  unique (district_id, subject, subject_id, seq)
);
create index event_position on event (district_id, position, id);
create function refuse_change() returns trigger language plpgsql
  as $$ begin raise exception 'the % table is append-only', tg_table_name; end $$;
create trigger event_append_only before update or delete on event for each row execute function refuse_change();

create table seal (
  district_id int not null references district,
  id int not null,
  from_position bigint not null,
  upto_position bigint not null,
  events int not null,
  previous bytea not null,
  hash bytea not null,
  sealed_at timestamptz not null,
  primary key (district_id, id)
);
create trigger seal_append_only before update or delete on seal for each row execute function refuse_change();

create table event_cursor (
  district_id int not null references district,
  consumer text not null,
  position bigint not null default 0,
  event_id bigint not null default 0,
  failures int not null default 0,
  last_error text,
  primary key (district_id, consumer)
);

create table idempotency (
  district_id int not null default app_district(),
  actor text not null,
  key text not null,
  hash text not null,
  response jsonb,
  at timestamptz not null,
  primary key (district_id, actor, key)
);
create index idempotency_age on idempotency (at);

-- Rules and limits: dated, with the law that says so. A district's own row goes before the platform's (district_id null).
create table setting (
  id int generated always as identity primary key,
  district_id int references district,
  key text not null,
  value jsonb not null,
  unit text,
  starts text,
  rule_id text,
  source text,
  level text not null default 'national' check (level in ('national', 'province', 'city', 'district', 'product')),
  effective daterange not null default '[,)',
  unique nulls not distinct (district_id, key, effective)
);
create index setting_key on setting (key);

alter table event enable row level security;
alter table seal enable row level security;
alter table event_cursor enable row level security;
alter table idempotency enable row level security;
alter table setting enable row level security;
create policy own_district on seal to app_worker using (district_id = app_district());
create policy audit on seal for select to app_staff using (district_id = app_district() and app_flag('app.audit'));
create policy own_district on event_cursor to app_worker using (district_id = app_district());
create policy own_district on event to app_worker using (district_id = app_district());
create policy own_district on idempotency to app_staff, app_portal, app_worker using (district_id = app_district());
create policy readable on setting for select to app_staff, app_portal, app_worker, figure_reader
  using (district_id is null or district_id = app_district());
create policy own_district on setting for all to app_staff using (district_id = app_district()) with check (district_id = app_district());
grant select, insert on event to app_staff, app_portal, app_worker;
grant usage on sequence event_id to app_staff, app_portal, app_worker;
grant select, insert on seal to app_worker;
grant select on seal to app_staff;
grant select, insert, update on event_cursor to app_worker;
grant select, insert, update on idempotency to app_staff, app_portal, app_worker;
grant delete on idempotency to app_worker;
grant select on setting to app_staff, app_portal, app_worker, figure_reader;
grant insert, update on setting to app_staff;
-- Who may read an event of which subject is said beside each subject (0010 for cases).
create policy audit on event for select to app_staff using (district_id = app_district() and app_flag('app.audit'));
create policy record on event for insert to app_staff, app_portal with check (district_id = app_district());

-- The next event of a subject. The writer may not be allowed to read the subject's earlier events, hence definer;
-- two writers at once meet at the unique key, and the later one fails.
create function record_event(subject text, subject_id bigint, verb text, actor_kind text, actor_id bigint, unit int, role text,
  at timestamptz, data jsonb) returns int security definer set search_path = pg_catalog, public language sql as $$
  insert into public.event (subject, subject_id, seq, verb, actor_kind, actor_id, unit_id, role, at, data)
  select $1, $2, coalesce((select max(e.seq) from public.event e
      where e.district_id = public.app_district() and e.subject = $1 and e.subject_id = $2), 0) + 1, $3, $4, $5, $6, $7, $8, $9
  returning seq
$$;
revoke execute on function record_event from public;
grant execute on function record_event to app_staff, app_portal, app_worker;
