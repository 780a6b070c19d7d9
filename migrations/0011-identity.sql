-- What permission reads of units and posts, and which administrator may write them.

-- The unit and every unit whose place it has taken.
create function unit_lineage(heir int, on_day date) returns int4multirange stable parallel safe language sql as $$
  with recursive inherited(id) as (
    select heir
    union
    select s.predecessor from inherited i join unit_succession s on s.successor = i.id and s.since <= on_day
  )
  select range_agg(int4range(id, id, '[]')) from inherited
$$;
create function app_administers(duty text) returns boolean stable parallel safe language sql
  as $$ select coalesce(current_setting('app.administers', true), '') = duty $$;

-- Everybody of the district reads the organisation; accounts and units are the system administrator's,
-- posts the security administrator's.
do $$
declare t text; duty text;
begin
  foreach t in array array['unit', 'unit_name', 'unit_edge', 'unit_succession', 'staff', 'post'] loop
    duty := case t when 'post' then 'security' else 'system' end;
    execute format('drop policy own_district on %I', t);
    execute format('create policy own_district on %I to app_worker using (district_id = app_district())', t);
    execute format('create policy readable on %I for select to app_staff using (district_id = app_district())', t);
    execute format('create policy administered on %I for insert to app_staff
      with check (district_id = app_district() and app_administers(%L))', t, duty);
    execute format('create policy amended on %I for update to app_staff
      using (district_id = app_district() and app_administers(%L))', t, duty);
  end loop;
end $$;

-- The number of the last event of a subject: the version of what has no version of its own.
create function subject_version(about text, about_id bigint) returns int stable security definer
  set search_path = pg_catalog, public language sql as $$
  select coalesce(max(e.seq), 0) from public.event e
  where e.district_id = public.app_district() and e.subject = $1 and e.subject_id = $2
$$;
revoke execute on function subject_version from public;
grant execute on function subject_version to app_staff, app_worker;

-- What was decided about units, and whether open cases have followed yet: they do on the day itself.
create sequence reorganisation_id;
create table reorganisation (
  district_id int not null default app_district() references district,
  id bigint not null default nextval('reorganisation_id'),
  kind text not null check (kind in ('move', 'merge', 'split')),
  on_day date not null,
  homes jsonb not null, -- [{from, to, beside?}]: whose part in open cases goes to whom
  decided_at timestamptz not null,
  rehomed_at timestamptz,
  primary key (district_id, id)
);
create index reorganisation_due on reorganisation (district_id, on_day) where rehomed_at is null;
alter table reorganisation enable row level security;
create policy own_district on reorganisation to app_worker using (district_id = app_district());
create policy readable on reorganisation for select to app_staff using (district_id = app_district());
grant select, insert, update on reorganisation to app_worker;
grant select on reorganisation to app_staff;
grant usage on sequence reorganisation_id to app_worker;

-- The unit and all that ever stands below it from a day on: what it may not be put under.
create function unit_below_from(root int, first_day date) returns int[] stable parallel safe language sql as $$
  with recursive below(id) as (
    select root
    union
    select e.child from below b join unit_edge e on e.parent = b.id and e.valid && daterange(first_day, null)
  )
  select array_agg(id order by id) from below
$$;
