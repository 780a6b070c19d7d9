-- Units are immortal, meaningless ids; name, code and parentage are dated. Staff hold posts in units.

create sequence unit_id as int;
create table unit (
  district_id int not null default app_district() references district,
  id int not null default nextval('unit_id'),
  kind text not null check (kind in ('district', 'centre', 'department', 'street', 'community')),
  primary key (district_id, id),
  unique (id)
);
create table unit_name (
  district_id int not null default app_district(),
  unit_id int not null references unit (id),
  name jsonb not null,
  code text,
  phone text,
  valid daterange not null,
  primary key (district_id, unit_id, valid)
);
create table unit_edge (
  district_id int not null default app_district(),
  child int not null references unit (id),
  parent int not null references unit (id),
  valid daterange not null,
  primary key (district_id, child, parent, valid),
  check (child <> parent)
);
create index unit_edge_parent on unit_edge (parent);
-- Who inherits what a closed unit saw (a merger, a split).
create table unit_succession (
  district_id int not null default app_district(),
  predecessor int not null references unit (id),
  successor int not null references unit (id),
  since date not null,
  primary key (district_id, predecessor, successor)
);

-- The unit, all below it on that day, and everything these have inherited.
create function unit_subtree(root int, on_day date) returns int4multirange stable parallel safe language sql as $$
  with recursive below(id) as (
    select root
    union
    select coalesce(e.child, s.predecessor)
    from below b
    left join lateral (
      select child, null::int as predecessor from unit_edge where parent = b.id and valid @> on_day
      union all
      select null, predecessor from unit_succession where successor = b.id and since <= on_day
    ) e(child, predecessor) on true
    cross join lateral (select e.predecessor) s(predecessor)
    where coalesce(e.child, s.predecessor) is not null
  )
  select range_agg(int4range(id, id, '[]')) from below
$$;
-- The chain of units above, nearest first.
create function unit_ancestors(leaf int, on_day date) returns int[] stable parallel safe language sql as $$
  with recursive above(id, depth) as (
    select parent, 1 from unit_edge where child = leaf and valid @> on_day
    union all
    select e.parent, a.depth + 1 from above a join unit_edge e on e.child = a.id and e.valid @> on_day where a.depth < 20
  )
  select coalesce(array_agg(id order by depth), '{}') from above
$$;

create sequence staff_id;
create table staff (
  district_id int not null default app_district() references district,
  id bigint not null default nextval('staff_id'),
  user_id text unique,
  name jsonb not null,
  phone text,
  employed daterange not null default '[,)',
  primary key (district_id, id),
  unique (id)
);
create sequence post_id;
create table post (
  district_id int not null default app_district(),
  id bigint not null default nextval('post_id'),
  staff_id bigint not null references staff (id),
  unit_id int not null references unit (id),
  role text not null check (role in ('agent', 'dispatcher', 'handler', 'communityWorker', 'supervisor', 'reviewer', 'leader',
    'confidential', 'systemAdministrator', 'securityAdministrator', 'auditAdministrator')),
  valid daterange not null,
  primary key (district_id, id)
);
create index post_staff on post (staff_id);
create index post_unit on post (unit_id);

do $$
declare t text;
begin
  foreach t in array array['unit', 'unit_name', 'unit_edge', 'unit_succession', 'staff', 'post'] loop
    execute format('alter table %I enable row level security', t);
    execute format('create policy own_district on %I to app_staff, app_worker using (district_id = app_district())', t);
    execute format('grant select, insert, update on %I to app_staff, app_worker', t);
  end loop;
  foreach t in array array['unit', 'unit_name', 'unit_edge', 'unit_succession'] loop
    execute format('create policy read_only on %I for select to app_portal, figure_reader using (district_id = app_district())', t);
    execute format('grant select on %I to app_portal, figure_reader', t);
  end loop;
end $$;
grant usage on sequence unit_id, staff_id, post_id to app_staff, app_worker;
-- Log-in must find whose account it is before any district is known.
create function staff_of_user(account text) returns table (district_id int, staff_id bigint) stable security definer
  set search_path = pg_catalog, public language sql
  as $$ select s.district_id, s.id from public.staff s where s.user_id = account $$;
revoke execute on function staff_of_user from public;
grant execute on function staff_of_user to app_staff, app_auth;
