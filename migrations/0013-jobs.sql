-- What happens later, elsewhere, or on other screens: timers inside the database, jobs outside it, pushes to open pages.

create sequence timer_id;
create table timer (
  district_id int not null default app_district() references district,
  id bigint not null default nextval('timer_id'),
  case_id bigint,
  clock_id bigint,
  effect text not null,
  data jsonb not null default '{}',
  fire_at timestamptz not null,
  retry_at timestamptz, -- after a failure: fire_at stays what was meant
  attempts int not null default 0,
  parked_at timestamptz,
  last_error text,
  primary key (district_id, id)
);
create index timer_due on timer (district_id, coalesce(retry_at, fire_at), id) where parked_at is null;
create index timer_parked on timer (district_id, parked_at) where parked_at is not null;
create index timer_case on timer (case_id) where case_id is not null;

-- One row per thing that open pages should hear of. The pump gives numbers in the order of commits: they are the ids of
-- the stream's events.
create sequence push_id;
create sequence push_seq;
create table push (
  district_id int not null default app_district() references district,
  id bigint not null default nextval('push_id'),
  seq bigint,
  topic text not null,
  unit_ids int[] not null default '{}',
  staff_ids bigint[] not null default '{}',
  barred int4multirange not null default '{}', -- who must not hear of it: as on the case
  sealed boolean not null default false,
  data jsonb not null default '{}',
  at timestamptz not null,
  numbered_at timestamptz,
  primary key (district_id, id)
);
create index push_new on push (id) where seq is null;
create unique index push_stream on push (district_id, seq) where seq is not null;
create index push_age on push (numbered_at) where numbered_at is not null;

alter table timer enable row level security;
alter table push enable row level security;
create policy own_district on timer to app_worker using (district_id = (select app_district()));
create policy own_district on push to app_worker using (district_id = (select app_district()));
create policy left_behind on timer for insert to app_staff, app_portal with check (district_id = (select app_district()));
create policy left_behind on push for insert to app_staff, app_portal with check (district_id = (select app_district()));
grant insert on timer, push to app_staff, app_portal;
grant select, insert, update, delete on timer to app_worker;
grant select, insert on push to app_worker;
grant usage on sequence timer_id, push_id to app_staff, app_portal, app_worker;

-- Numbers what has committed, in every district, and tells the listeners once: 'district:last number' each.
-- One pump runs at a time (the caller holds its lock), so a later number never becomes visible before an earlier one.
create function pump_push(present timestamptz, most int) returns int volatile security definer
  set search_path = pg_catalog, public language plpgsql as $$
declare
  counted int;
  news text;
begin
  with fresh as materialized (select district_id, id from public.push where seq is null order by id limit most),
  numbered as (
    update public.push p set seq = f.seq, numbered_at = present
    from (select district_id, id, nextval('public.push_seq') as seq from fresh order by id) f
    where p.district_id = f.district_id and p.id = f.id
    returning p.district_id, p.seq
  ),
  districts as (select district_id, count(*) as rows, max(seq) as upto from numbered group by district_id)
  select sum(rows), string_agg(district_id || ':' || upto, ' ') into counted, news from districts;
  if counted > 0 then perform pg_notify('push', news); end if;
  return coalesce(counted, 0);
end $$;
-- A page that was away longer than this reads its lists again.
create function forget_push(before timestamptz) returns void volatile security definer
  set search_path = pg_catalog, public language sql as $$ delete from public.push where numbered_at < before $$;
revoke execute on function pump_push, forget_push from public;
grant execute on function pump_push, forget_push to app_worker;

-- Jobs outside the database are pg-boss's. Only the worker reads them; a verb leaves one behind in its own transaction,
-- naming a row of its own district and nothing else.
grant usage on schema pgboss to app_worker;
grant select, insert, update, delete on all tables in schema pgboss to app_worker;
revoke execute on all functions in schema pgboss from public;
grant execute on all functions in schema pgboss to app_worker;

create function enqueue_job(job text, ref bigint, delay interval default '0') returns uuid volatile security definer
  set search_path = pg_catalog, public language plpgsql as $$
declare
  district int := public.app_district();
  made uuid;
begin
  if district is null then raise exception 'a job needs a district'; end if;
  -- The worker that declares the queue may start later than the desk that fills it.
  if not exists (select from pgboss.queue q where q.name = job) then
    perform pgboss.create_queue(job, '{"policy": "standard"}');
  end if;
  insert into pgboss.job (name, data, start_after, created_on, keep_until, expire_seconds, deletion_seconds, retry_limit,
      retry_delay, retry_backoff, retry_delay_max, policy, dead_letter, heartbeat_seconds)
    select q.name, jsonb_build_object('district', district, 'id', ref), pgboss.job_now() + delay, pgboss.job_now(),
      pgboss.job_now() + delay + q.retention_seconds * interval '1s', q.expire_seconds, q.deletion_seconds, q.retry_limit,
      q.retry_delay, q.retry_backoff, q.retry_delay_max, q.policy, q.dead_letter, q.heartbeat_seconds
    from pgboss.queue q where q.name = job
    returning id into made;
  return made;
end $$;
revoke execute on function enqueue_job from public;
grant execute on function enqueue_job to app_staff, app_portal, app_worker;
