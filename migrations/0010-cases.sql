-- The case engine's rows. The row is the current truth, the events are the evidence; both are written by write_case() alone.

create table subject (
  district_id int not null default app_district() references district,
  code text not null,
  parent text,
  name jsonb not null,
  valid daterange not null default '[,)',
  primary key (district_id, code)
);

create function app_persons() returns bigint[] stable parallel safe language sql
  as $$ select coalesce(nullif(current_setting('app.persons', true), ''), '{}')::bigint[] $$;

create sequence case_id;
create table cases (
  district_id int not null default app_district() references district,
  id bigint not null default nextval('case_id'),
  version int not null default 1,
  settled_version int not null default 1, -- the last version that changed what people decide by: a reminder does not spoil what someone is typing
  type text not null,
  type_version int not null,
  phase smallint not null default 0, -- 0 open, 1 waiting, 2 closed: the engine's; state is the type's
  state text not null,
  kind text not null,
  subject text,
  urgency smallint not null default 0, -- 0 ordinary, 1 urgent, 2 emergency
  channel text not null,
  title text not null,
  place_id bigint,
  place_text text,
  place_checked boolean not null default false,
  community_unit int,
  intake_unit int not null,
  lead_unit int,
  requester_id bigint,
  requester_hidden boolean not null default false,
  on_behalf_of text,
  answer_by text, -- how the requester wants to hear: phone, sms, none
  due_at timestamptz, -- the earliest running clock, null when none runs
  received_at timestamptz not null,
  recorded_at timestamptz not null,
  closed_at timestamptz,
  outcome text,
  satisfaction smallint,
  solved boolean,
  history boolean not null default false, -- imported as it was: no clock, no reminder
  source text, -- where an imported case came from, and its number there
  seen_by int4multirange not null,
  barred int4multirange not null default '{}',
  sealed boolean not null default false,
  fields jsonb not null default '{}',
  primary key (district_id, id)
);
create unique index cases_source on cases (district_id, source) where source is not null;
create index cases_requester on cases (requester_id, id) where requester_id is not null;
create index cases_open on cases (district_id, due_at, id) where phase < 2;

create table case_party (
  district_id int not null default app_district(),
  case_id bigint not null,
  unit_id int not null,
  role text not null check (role in ('intake', 'holder', 'lead', 'coHandler', 'arbiter', 'complained')),
  since timestamptz not null,
  until timestamptz,
  primary key (district_id, case_id, unit_id, role, since)
);

-- The only work list: queues, field, board and supervision read it.
create sequence task_id;
create table task (
  district_id int not null default app_district(),
  id bigint not null default nextval('task_id'),
  case_id bigint,
  kind text not null,
  unit_id int not null,
  assignee_id bigint,
  urgency smallint not null default 0,
  phase smallint not null default 0,
  due_at timestamptz,
  opened_at timestamptz not null,
  ended_at timestamptz,
  primary key (district_id, id)
);
create index task_unit on task (unit_id, due_at, id) where phase < 2;
create index task_mine on task (assignee_id, due_at, id) where phase < 2;
create index task_district on task (district_id, due_at, id) where phase < 2;
create index task_case on task (case_id) where case_id is not null;

create sequence clock_id;
create table clock (
  district_id int not null default app_district(),
  id bigint not null default nextval('clock_id'),
  case_id bigint not null,
  name text not null,
  task_kind text,
  unit_id int not null, -- who owes
  rule_id text not null,
  amount numeric not null,
  unit text not null check (unit in ('H', 'WH', 'CD', 'WD', 'M', 'Y')),
  calendar_unit int not null, -- whose working hours count
  ends_at text not null,
  started_at timestamptz not null,
  due_at timestamptz not null,
  promised_at timestamptz, -- what the requester was told: never shortened
  state text not null default 'running' check (state in ('running', 'paused', 'met', 'missed', 'cancelled')),
  stopped_at timestamptz,
  overdue_at timestamptz,
  provisional boolean not null default false,
  derivation jsonb not null,
  paused jsonb,
  primary key (district_id, id)
);
create index clock_case on clock (case_id);
create index clock_running on clock (district_id, due_at) where state = 'running';

create table case_text (
  district_id int not null default app_district(),
  case_id bigint not null,
  seq int not null, -- the event it came with
  kind text not null, -- request, note, reply, reason, comment …
  body text not null,
  visible_to text not null default 'staff' check (visible_to in ('staff', 'requester')),
  primary key (district_id, case_id, seq, kind)
);

create table extension (
  district_id int not null default app_district(),
  case_id bigint not null,
  seq int not null, -- the event that asked
  clock_id bigint not null,
  asked_by bigint,
  asked_at timestamptz not null,
  amount numeric not null,
  unit text not null,
  decision text check (decision in ('approved', 'refused')),
  decided_by bigint,
  decided_at timestamptz,
  primary key (district_id, case_id, seq)
);

create table case_relation (
  district_id int not null default app_district(),
  case_id bigint not null,
  other_id bigint not null,
  relation text not null check (relation in ('repeat', 'incident', 'merged', 'related')),
  since timestamptz not null,
  until timestamptz,
  primary key (district_id, case_id, other_id, relation, since)
);

-- Only the keyed digest of a receipt code is kept.
create table case_receipt (
  district_id int not null default app_district(),
  case_id bigint not null,
  code_lookup text not null,
  primary key (district_id, case_id)
);
create index case_receipt_lookup on case_receipt (code_lookup);

-- What the public reads: redacted words only, proposed by one person and released by another.
create sequence publication_id;
create table publication (
  district_id int not null default app_district(),
  id bigint not null default nextval('publication_id'),
  case_id bigint not null,
  number text not null,
  kind text not null,
  subject text,
  community jsonb,
  title text not null,
  request text not null,
  reply text not null,
  received_on date not null,
  replied_on date not null,
  within_limit boolean,
  satisfaction smallint,
  proposed_by bigint not null,
  proposed_at timestamptz not null,
  released_by bigint,
  released_at timestamptz,
  withdrawn_at timestamptz,
  primary key (district_id, id),
  check (released_by is null or released_by <> proposed_by)
);
create index publication_released on publication (district_id, released_at desc, id desc) where released_at is not null and withdrawn_at is null;
create unique index publication_live on publication (district_id, case_id) where withdrawn_at is null;

-- Who may see. Opaque to the planner (case … end), else a street's list is driven from the wrong index.
alter table cases enable row level security;
create policy reach on cases to app_staff using (
  case when district_id = (select app_district())
        and seen_by && (select app_ranges('app.scope'))
        and not (barred && (select app_ranges('app.home')))
        and (not sealed or seen_by && (select app_ranges('app.sealed_reach')))
  then true else false end);
create policy own_matter on cases to app_portal using (
  district_id = (select app_district())
  and (id = (select nullif(current_setting('app.receipt_case', true), '')::bigint)
    or requester_id = any ((select app_persons())::bigint[])));
create policy own_district on cases to app_worker using (district_id = (select app_district()));
grant select, insert, update on cases to app_staff, app_portal, app_worker;
grant usage on sequence case_id, task_id, clock_id, publication_id to app_staff, app_portal, app_worker;

-- Everything that hangs on a case is visible exactly when the case is.
do $$
declare t text;
begin
  foreach t in array array['case_party', 'clock', 'case_text', 'extension', 'case_relation', 'case_receipt'] loop
    execute format('alter table %I enable row level security', t);
    execute format('create policy with_case on %1$I to app_staff, app_portal using (district_id = (select app_district())
      and exists (select from cases c where c.district_id = %1$I.district_id and c.id = %1$I.case_id))', t);
    execute format('create policy own_district on %I to app_worker using (district_id = (select app_district()))', t);
    execute format('grant select, insert, update on %I to app_staff, app_portal, app_worker', t);
  end loop;
end $$;
-- The requester reads what was written for the requester.
create policy for_requester on case_text as restrictive for select to app_portal using (visible_to = 'requester');

alter table task enable row level security;
create policy with_case on task to app_staff using (
  case when district_id = (select app_district())
        and (case_id is null and unit_id <@ (select app_ranges('app.scope'))
          or exists (select from cases c where c.district_id = task.district_id and c.id = task.case_id))
  then true else false end);
create policy own_matter on task to app_portal using (district_id = (select app_district())
  and exists (select from cases c where c.district_id = task.district_id and c.id = task.case_id));
create policy own_district on task to app_worker using (district_id = (select app_district()));
grant select, insert, update on task to app_staff, app_portal, app_worker;

create policy with_case on event for select to app_staff, app_portal using (district_id = (select app_district())
  and subject = 'case' and exists (select from cases c where c.district_id = event.district_id and c.id = event.subject_id));

alter table subject enable row level security;
create policy readable on subject to app_staff, app_portal, app_worker, figure_reader using (district_id = (select app_district()));
grant select on subject to app_staff, app_portal, app_worker, figure_reader;
grant insert, update on subject to app_staff, app_worker;

alter table publication enable row level security;
create policy released on publication for select to app_portal, figure_reader
  using (district_id = (select app_district()) and released_at is not null and withdrawn_at is null);
create policy with_case on publication to app_staff using (district_id = (select app_district())
  and exists (select from cases c where c.district_id = publication.district_id and c.id = publication.case_id));
create policy own_district on publication to app_worker using (district_id = (select app_district()));
grant select on publication to app_portal, figure_reader;
grant select, insert, update on publication to app_staff, app_worker;

-- A resident proves a matter theirs by its number and receipt code, before any scope is known.
create function case_by_receipt(district int, wanted bigint, lookup text) returns bigint stable security definer
  set search_path = pg_catalog, public language sql as $$
  select r.case_id from public.case_receipt r where r.district_id = $1 and r.case_id = $2 and r.code_lookup = $3 $$;
revoke execute on function case_by_receipt from public;
grant execute on function case_by_receipt to app_portal;
