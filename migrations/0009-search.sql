-- Full-text search over cases. Tokens are made by the application (two-character pieces of Chinese, words, scope tokens such
-- as u12); nobody but these functions reads the table, and what they return is joined to cases under the caller's own policy.

create table case_search (
  district_id int not null,
  case_id bigint not null,
  tsv tsvector not null,
  primary key (district_id, case_id)
) partition by range (case_id);
-- A search reads the list of what is not yet sorted in: 1 MB is read in under a millisecond and still halves the cost of an insert.
create index case_search_tsv on case_search using gin (tsv) with (gin_pending_list_limit = 1024);
alter table case_search enable row level security;

-- 50,000 ids a partition: a common word costs one partition's matches, a rare one a look into each.
create function search_span() returns bigint immutable parallel safe language sql as $$ select 50000::bigint $$;

create function make_search_partition(n bigint) returns void security definer set search_path = pg_catalog, public
  language plpgsql as $$
declare name text := 'case_search_' || n;
begin
  perform pg_advisory_xact_lock(96770009);
  if to_regclass('public.' || name) is not null then return; end if;
  execute format('create table public.%I (like public.case_search including defaults including constraints)', name);
  execute format('alter table public.%I enable row level security', name);
  -- Attaching locks out no reader or writer; "create table … partition of" would.
  execute format('alter table public.case_search attach partition public.%I for values from (%s) to (%s)',
    name, n * search_span(), (n + 1) * search_span());
end $$;

-- Made ahead, so that no intake waits for one.
create function ensure_search_partitions(upto bigint) returns void security definer set search_path = pg_catalog, public
  language sql as $$ select make_search_partition(n) from generate_series(0, upto / search_span()) n $$;

-- Those that the next cases will need: the worker asks for them every night.
create function ensure_search_ahead() returns void security definer set search_path = pg_catalog, public language plpgsql as $$
declare reached bigint := (select last_value from case_id);
begin
  perform make_search_partition(n) from generate_series(reached / search_span(), reached / search_span() + 2) n;
end $$;

create function index_case(wanted bigint, tokens text[]) returns void security definer set search_path = pg_catalog, public
  language plpgsql as $$
begin
  if to_regclass('public.case_search_' || wanted / search_span()) is null then
    perform make_search_partition(wanted / search_span());
  end if;
  insert into case_search (district_id, case_id, tsv)
    values (app_district(), wanted, array_to_tsvector(array_remove(array_remove(tokens, ''), null)))
    on conflict (district_id, case_id) do update set tsv = excluded.tsv;
end $$;

-- Later words (a reply, another place) join the earlier ones.
create function extend_case_search(wanted bigint, tokens text[]) returns void security definer
  set search_path = pg_catalog, public language sql as $$
  update case_search s set tsv = s.tsv || array_to_tsvector(array_remove(array_remove(tokens, ''), null))
  where s.district_id = app_district() and s.case_id = wanted
$$;

create function widen_case_search(wanted bigint, units int[]) returns void security definer
  set search_path = pg_catalog, public language sql as $$ select extend_case_search(wanted, array(select 'u' || u from unnest(units) u)) $$;

create function forget_case_search(wanted bigint) returns void security definer set search_path = pg_catalog, public
  language sql as $$ delete from case_search s where s.district_id = app_district() and s.case_id = wanted $$;

-- The ids that match, newest first, among those the caller's units take part in: candidates only. A reach of very many
-- units is left to the caller's policy, because asking for each of them costs more than it spares.
create function search_cases(groups text[], before bigint, wanted int) returns setof bigint stable security definer
  set search_path = pg_catalog, public set enable_seqscan = off language plpgsql as $$
declare
  units text[] := array(select 'u' || u.id from unit u where u.district_id = app_district() and u.id <@ app_ranges('app.scope'));
  narrow boolean := cardinality(units) <= 40;
  asked tsquery := text_query(case when narrow then groups || array_to_string(units, '|') else groups end);
  missing int := wanted; got int; part text;
begin
  if cardinality(groups) = 0 or cardinality(units) = 0 then return; end if;
  for part in
    select c.relname from pg_inherits i join pg_class c on c.oid = i.inhrelid
    cross join lateral (select substring(c.relname from '\d+$')::bigint) p(n)
    where i.inhparent = 'public.case_search'::regclass and (before is null or p.n * search_span() < before)
    order by p.n desc
  loop
    -- "offset 0" keeps the planner from walking the key backwards, which is fast for common words and ruinous for rare ones.
    return query execute format('select case_id from (select case_id from public.%I
      where tsv @@ $1 and district_id = $2 and ($3 is null or case_id < $3) offset 0) m order by case_id desc limit $4', part)
      using asked, app_district(), before, missing;
    get diagnostics got = row_count;
    missing := missing - got;
    exit when missing <= 0;
  end loop;
end $$;

select ensure_search_partitions(0);

revoke execute on function make_search_partition, ensure_search_partitions, ensure_search_ahead, index_case, extend_case_search, widen_case_search,
  forget_case_search, search_cases from public;
grant execute on function index_case, extend_case_search, widen_case_search to app_staff, app_portal, app_worker;
grant execute on function search_cases to app_staff;
grant execute on function ensure_search_partitions, ensure_search_ahead, forget_case_search to app_worker;
