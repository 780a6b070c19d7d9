-- Residents and organisations: who is known to which unit, their telephones and households, and who has looked.

-- Every group must be met by one of its tokens, 'a|b'; a token that ends in * stands for all that begin so.
create function text_query(groups text[]) returns tsquery immutable set search_path = pg_catalog, public language sql as $$
  select string_agg('(' || alternatives || ')', ' & ')::tsquery
  from unnest(groups) g cross join lateral (
    select string_agg('''' || replace(replace(rtrim(t, '*'), '\', '\\'), '''', '''''') || ''''
      || case when t like '%*' then ':*' else '' end, ' | ')
    from string_to_table(g, '|') t) x(alternatives)
$$;

create function district_unit() returns int stable language sql
  as $$ select u.id from unit u where u.district_id = app_district() and u.kind = 'district' order by u.id limit 1 $$;

create sequence household_id;
create table household (
  district_id int not null default app_district() references district,
  id bigint not null default nextval('household_id'),
  version int not null default 1,
  unit_id int, -- the community it lives in
  place_id bigint,
  address text,
  head_id bigint,
  primary key (district_id, id)
);
create index household_place on household (place_id) where place_id is not null;

create sequence person_id;
create table person (
  district_id int not null default app_district() references district,
  id bigint not null default nextval('person_id'),
  version int not null default 1,
  kind text not null check (kind in ('person', 'organisation')),
  name text not null,
  form_of_address text,
  language text not null default 'zh' check (language in ('zh', 'en')),
  channel text check (channel in ('phone', 'sms', 'visit', 'none')), -- how the person wants to hear
  dialect text,
  deaf boolean not null default false,
  wheelchair boolean not null default false,
  flags jsonb not null default '[]' check (jsonb_typeof(flags) = 'array'),
  notes text,
  unit_id int, -- the home community; unknown, the whole district's
  household_id bigint,
  relation text, -- to the head of the household
  identity_sealed bytea,
  identity_lookup text,
  identity_last4 text,
  uscc text,
  seen_by int4multirange not null default '{}', -- units that registered the person or share a case
  name_tsv tsvector not null,
  registered_at timestamptz not null,
  primary key (district_id, id),
  check (kind = 'person' and uscc is null or kind = 'organisation' and identity_sealed is null and household_id is null),
  check ((identity_sealed is null) = (identity_lookup is null))
);
create unique index person_identity on person (district_id, identity_lookup) where identity_lookup is not null;
create unique index person_uscc on person (district_id, uscc) where uscc is not null;
create index person_identity_last4 on person (district_id, identity_last4) where identity_last4 is not null;
create index person_household on person (household_id) where household_id is not null;
create index person_unit on person (unit_id);
create index person_name on person using gin (name_tsv);

create sequence person_phone_id;
create table person_phone (
  district_id int not null default app_district(),
  id bigint not null default nextval('person_phone_id'),
  person_id bigint not null,
  sealed bytea not null,
  lookup text not null,
  last4 text not null,
  label text,
  verified_at timestamptz,
  primary key (district_id, id),
  foreign key (district_id, person_id) references person on delete cascade,
  unique (district_id, person_id, lookup)
);
create index person_phone_lookup on person_phone (district_id, lookup);
create index person_phone_last4 on person_phone (district_id, last4);

create sequence access_log_id;
create table access_log (
  district_id int not null default app_district(),
  id bigint not null default nextval('access_log_id'),
  staff_id bigint not null,
  subject text not null,
  subject_id bigint not null,
  what text not null, -- open, identity, phone, recording …
  purpose text,
  at timestamptz not null,
  primary key (district_id, id)
);
create index access_log_subject on access_log (district_id, subject, subject_id, at desc);
create index access_log_staff on access_log (district_id, staff_id, at desc);
create trigger access_log_append_only before update or delete on access_log for each row execute function refuse_change();

alter table person enable row level security;
alter table person_phone enable row level security;
alter table household enable row level security;
alter table access_log enable row level security;

-- Opaque to the planner (case … end): a search by telephone is driven from the telephone, not from the reach.
create policy reach on person to app_staff using (district_id = (select app_district())
  and case when coalesce(unit_id, (select district_unit())) <@ (select app_ranges('app.people_reach'))
             or seen_by && (select app_ranges('app.scope'))
      then true else false end)
  with check (district_id = (select app_district()));
create policy self on person to app_portal using (
  district_id = (select app_district())
  and id = any ((select coalesce(nullif(current_setting('app.persons', true), ''), '{}')::bigint[])::bigint[]))
  with check (district_id = (select app_district()));
create policy own_district on person to app_worker using (district_id = (select app_district()));

create policy with_person on person_phone to app_staff, app_portal using (district_id = (select app_district())
  and exists (select from person p where p.district_id = person_phone.district_id and p.id = person_phone.person_id));
-- Who files a request for the first time is not yet known when the telephone is written down.
create policy first_time on person_phone for insert to app_portal with check (district_id = (select app_district()));
create policy own_district on person_phone to app_worker using (district_id = (select app_district()));

create policy reach on household to app_staff using (district_id = (select app_district())
  and case when coalesce(unit_id, (select district_unit())) <@ (select app_ranges('app.people_reach'))
             or exists (select from person p where p.district_id = household.district_id and p.household_id = household.id)
      then true else false end)
  with check (district_id = (select app_district()));
create policy of_self on household for select to app_portal using (district_id = (select app_district())
  and exists (select from person p where p.district_id = household.district_id and p.household_id = household.id));
create policy own_district on household to app_worker using (district_id = (select app_district()));

create policy log on access_log for insert to app_staff with check (district_id = (select app_district()));
create policy audit on access_log for select to app_staff
  using (district_id = (select app_district()) and (select app_flag('app.audit')));
create policy own_district on access_log to app_worker using (district_id = (select app_district()));

create policy with_person on event for select to app_staff using (district_id = (select app_district())
  and subject = 'person' and exists (select from person p where p.district_id = event.district_id and p.id = event.subject_id));

grant select, insert, update on person, household to app_staff, app_worker;
grant select, insert, update (language, channel, form_of_address, version) on person to app_portal;
grant select on household to app_portal;
grant select, insert, update, delete on person_phone to app_staff, app_worker;
grant select, insert, update (verified_at) on person_phone to app_portal;
grant insert on access_log to app_staff, app_worker;
grant select on access_log to app_staff, app_worker;
grant usage on sequence person_id, person_phone_id, household_id, access_log_id to app_staff, app_portal, app_worker;

-- Row-level security keeps a text index from being used; this is the policy's own condition beside the index.
create function search_people(groups text[], wanted int) returns setof bigint stable security definer
  set search_path = pg_catalog, public set enable_seqscan = off language plpgsql as $$
declare asked tsquery := text_query(groups);
begin
  return query select m.id from (
    select p.id, p.name, p.district_id, p.unit_id, p.seen_by from person p where p.name_tsv @@ asked offset 0) m
  where m.district_id = app_district()
    and (coalesce(m.unit_id, (select district_unit())) <@ (select app_ranges('app.people_reach'))
      or m.seen_by && (select app_ranges('app.scope')))
  order by length(m.name), m.id desc limit wanted;
end $$;

-- Log-in by telephone must find whose it is before any scope is known.
create function persons_on_phone(wanted text) returns setof bigint stable security definer
  set search_path = pg_catalog, public language sql as $$
  select f.person_id from person_phone f where f.district_id = app_district() and f.lookup = wanted order by f.person_id
$$;

-- Units that come to share a case with a person know the person from then on.
create function widen_person(wanted bigint, units int[]) returns void security definer
  set search_path = pg_catalog, public language sql as $$
  update person p set seen_by = p.seen_by + (select range_agg(int4range(u, u, '[]')) from unnest(units) u)
  where p.district_id = app_district() and p.id = wanted and cardinality(units) > 0
    and not p.seen_by @> (select range_agg(int4range(u, u, '[]')) from unnest(units) u)
$$;

revoke execute on function search_people, persons_on_phone, widen_person from public;
grant execute on function search_people to app_staff;
grant execute on function persons_on_phone to app_portal, app_worker;
grant execute on function widen_person to app_staff, app_portal, app_worker;
