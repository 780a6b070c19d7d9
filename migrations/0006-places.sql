-- Where things are: communities, grids, estates, buildings, landmarks, roads, and the names that places once had.

create sequence place_id;
create table place (
  district_id int not null default app_district() references district,
  id bigint not null default nextval('place_id'),
  version int not null default 1,
  kind text not null check (kind in ('community', 'grid', 'estate', 'building', 'landmark', 'oldName', 'road')),
  name jsonb not null,
  aliases text[] not null default '{}',
  parent_id bigint, -- what it lies in; of an old name, the place that bears the new one
  unit_id int, -- its community; unknown, the parent's
  latitude numeric(9, 6) check (latitude between -90 and 90), -- WGS 84
  longitude numeric(9, 6) check (longitude between -180 and 180),
  checked boolean not null default false, -- false: 地址待核实
  keys text[] not null, -- its names as compared, the own one first
  tsv tsvector not null, -- its names and those of all it lies in
  primary key (district_id, id),
  foreign key (district_id, parent_id) references place (district_id, id),
  check (parent_id <> id),
  check (kind <> 'oldName' or parent_id is not null),
  check ((latitude is null) = (longitude is null))
);
create index place_parent on place (district_id, parent_id) where parent_id is not null;
create index place_unit on place (unit_id) where unit_id is not null;
-- Read at every keystroke, written seldom: nothing is left to sort in later.
create index place_keys on place using gin (keys) with (fastupdate = off);
create index place_tsv on place using gin (tsv) with (fastupdate = off);

alter table place enable row level security;
create policy own_district on place to app_staff, app_worker using (district_id = (select app_district()));
create policy readable on place for select to app_portal, figure_reader using (district_id = (select app_district()));
grant select, insert, update on place to app_staff, app_worker;
grant select on place to app_portal, figure_reader;
grant usage on sequence place_id to app_staff, app_worker;

-- The place and all it lies in, nearest first.
create function place_line(leaf bigint) returns table (id bigint, depth int) stable language sql as $$
  with recursive line(id, parent_id, depth) as (
    select p.id, p.parent_id, 0 from place p where p.district_id = app_district() and p.id = leaf
    union all
    select p.id, p.parent_id, l.depth + 1 from line l
    join place p on p.district_id = app_district() and p.id = l.parent_id where l.depth < 10
  )
  select id, depth from line
$$;
-- Behind an old name stands the place that bears the new one.
create function place_now(wanted bigint) returns bigint stable language sql as $$
  select l.id from place_line(wanted) l join place p on p.district_id = app_district() and p.id = l.id
  where p.kind <> 'oldName' order by l.depth limit 1
$$;
create function place_unit(wanted bigint) returns int stable language sql as $$
  select p.unit_id from place_line(wanted) l join place p on p.district_id = app_district() and p.id = l.id
  where p.unit_id is not null order by l.depth limit 1
$$;

-- Row-level security keeps these indexes from being used; every reader may see every place of the own district.
-- Looking at the district afterwards leaves the planner no other way than the index of names.
create function search_places(groups text[], exact text, kinds text[], wanted int) returns table (id bigint, key text)
  stable security definer set search_path = pg_catalog, public set enable_seqscan = off language plpgsql as $$
declare asked tsquery := text_query(groups);
begin
  -- Of a word that thousands of places bear, such as 号楼, the oldest 3,000 are enough to choose from beside the exact names.
  return query with m as (
    (select p.id, p.keys, p.district_id, p.kind from place p where p.keys @> array[exact] limit 3000)
    union
    (select p.id, p.keys, p.district_id, p.kind from place p where p.tsv @@ asked limit 3000))
  select m.id, m.keys[1] from m
  where m.district_id = app_district() and (kinds is null or m.kind = any (kinds))
  order by m.keys @> array[exact] desc, starts_with(m.keys[1], exact) desc, length(m.keys[1]), m.id limit wanted;
end $$;
create function places_named(names text[], wanted int) returns table (id bigint, key text)
  stable security definer set search_path = pg_catalog, public set enable_seqscan = off language sql as $$
  select m.id, k from (select p.id, p.keys, p.district_id from place p where p.keys && names offset 0) m
  cross join lateral (select k from unnest(m.keys) k where k = any (names) order by length(k) desc limit 1) longest(k)
  where m.district_id = app_district() order by length(k) desc, m.id limit wanted
$$;
revoke execute on function search_places, places_named from public;
grant execute on function search_places, places_named to app_staff, app_portal, app_worker;

insert into setting (key, value, unit, starts, rule_id, source, level, checked, may_change, title) values
('import.rows', '{"amount":20000}', 'rows', null, null, '产品默认', 'product', 'M', 'any',
  '{"zh":"一次导入行数上限","en":"Most rows of one import"}');
