-- One verb, one statement: what a verb decided arrives as one document and is written under the caller's own policies.

create function case_snapshot(wanted bigint) returns jsonb stable language sql as $$
  select jsonb_build_object(
    'case', to_jsonb(c),
    'parties', (select coalesce(jsonb_agg(to_jsonb(p) order by p.since), '[]') from case_party p where p.district_id = c.district_id and p.case_id = c.id),
    'tasks', (select coalesce(jsonb_agg(to_jsonb(t) order by t.id), '[]') from task t where t.district_id = c.district_id and t.case_id = c.id),
    'clocks', (select coalesce(jsonb_agg(to_jsonb(k) order by k.id), '[]') from clock k where k.district_id = c.district_id and k.case_id = c.id),
    'extensions', (select coalesce(jsonb_agg(to_jsonb(e) order by e.seq), '[]') from extension e where e.district_id = c.district_id and e.case_id = c.id),
    'publication', (select to_jsonb(p) from publication p where p.district_id = c.district_id and p.case_id = c.id and p.withdrawn_at is null))
  from cases c where c.district_id = app_district() and c.id = wanted
$$;

-- A stopped clock needs no timer; only the worker may otherwise read or remove timers.
create function drop_timers(wanted bigint, clocks bigint[]) returns void volatile security definer
  set search_path = pg_catalog, public language sql as $$
  delete from public.timer t where t.district_id = public.app_district() and t.case_id = wanted and t.clock_id = any (clocks) $$;
revoke execute on function drop_timers from public;
grant execute on function drop_timers to app_staff, app_portal, app_worker;

create function set_scope(settings jsonb) returns void volatile language sql as $$
  select set_config(s.key, s.value, true) from jsonb_each_text(settings) s
$$;

/* change: { scope?, idempotency?: {actor, key, hash}, at,
     case: the columns to set (with id and version to change one, without to open one),
     parties: [{unit_id, role}], endParties: [{unit_id, role}],
     tasks: rows (id to change one), clocks: rows (id to change one), timers: [{clock, effect, fire_at, data}],
     dropTimers: clock ids, texts: [{kind, body, visible_to}], extension, decision, receipt, publication,
     event: {verb, actor_kind, actor_id, unit_id, role, data}, tokens: search words, answer }
   Clocks opened by the same change are named in timers by their place: {"clock": -1} is the first new one. */
create function write_case(change jsonb) returns jsonb volatile language plpgsql as $$
declare
  old cases; new cases;
  answer jsonb;
  at timestamptz := (change ->> 'at')::timestamptz;
  fresh boolean := change #> '{case,id}' is null;
  item jsonb; opened bigint[] := '{}'; made bigint;
  widened int4multirange;
begin
  if change ? 'scope' then perform set_scope(change -> 'scope'); end if;

  if change ? 'idempotency' then
    insert into idempotency (actor, key, hash, at)
      values (change #>> '{idempotency,actor}', change #>> '{idempotency,key}', change #>> '{idempotency,hash}', at)
      on conflict do nothing;
    if not found then
      select i.response into answer from idempotency i where i.district_id = app_district()
        and i.actor = change #>> '{idempotency,actor}' and i.key = change #>> '{idempotency,key}' and i.hash = change #>> '{idempotency,hash}';
      if not found then raise exception 'the key was used for other content' using errcode = 'LX422'; end if;
      return answer;
    end if;
  end if;

  widened := (select coalesce(range_agg(int4range(u, u, '[]')), '{}')
    from (select (p ->> 'unit_id')::int from jsonb_array_elements(change -> 'parties') p where p ->> 'role' <> 'complained') x(u));

  if fresh then
    new := jsonb_populate_record(null::cases, change -> 'case');
    new.id := nextval('case_id');
    new.district_id := app_district();
    new.version := 1;
    new.settled_version := 1;
    new.seen_by := widened;
    new.barred := coalesce(new.barred, '{}');
    insert into cases select new.*;
  else
    select * into old from cases c where c.district_id = app_district() and c.id = (change #>> '{case,id}')::bigint for update;
    if not found then raise exception 'no such case' using errcode = 'LX404'; end if;
    if old.version <> (change #>> '{case,version}')::int then
      raise exception 'the case has changed' using errcode = 'LX412';
    end if;
    new := jsonb_populate_record(old, change -> 'case');
    new.version := old.version + 1;
    new.settled_version := case when change ? 'quiet' then old.settled_version else new.version end;
    new.seen_by := old.seen_by + widened;
    update cases c set version = new.version, settled_version = new.settled_version, type_version = new.type_version, phase = new.phase, state = new.state, kind = new.kind,
      subject = new.subject, urgency = new.urgency, title = new.title, place_id = new.place_id, place_text = new.place_text,
      place_checked = new.place_checked, community_unit = new.community_unit, intake_unit = new.intake_unit, lead_unit = new.lead_unit,
      requester_id = new.requester_id, requester_hidden = new.requester_hidden, closed_at = new.closed_at, outcome = new.outcome,
      satisfaction = new.satisfaction, solved = new.solved, seen_by = new.seen_by, barred = new.barred, sealed = new.sealed,
      fields = new.fields, due_at = new.due_at
      where c.district_id = new.district_id and c.id = new.id;
  end if;

  for item in select * from jsonb_array_elements(change -> 'endParties') loop
    update case_party p set until = at where p.district_id = new.district_id and p.case_id = new.id
      and p.unit_id = (item ->> 'unit_id')::int and p.role = item ->> 'role' and p.until is null;
  end loop;
  insert into case_party (district_id, case_id, unit_id, role, since)
    select new.district_id, new.id, (p ->> 'unit_id')::int, p ->> 'role', at from jsonb_array_elements(change -> 'parties') p
    on conflict (district_id, case_id, unit_id, role, since) do update set until = null;

  if new.requester_id is not null and (fresh or old.requester_id is distinct from new.requester_id)
    and not exists (select from person p where p.district_id = new.district_id and p.id = new.requester_id) then
    raise exception 'no such person' using errcode = 'LX404';
  end if;

  -- Units that share the case know who asks, unless the requester stays hidden; the intake does in any case.
  if new.requester_id is not null then
    perform widen_person(new.requester_id, array(select (p ->> 'unit_id')::int from jsonb_array_elements(change -> 'parties') p
      where p ->> 'role' <> 'complained' and (not new.requester_hidden or p ->> 'role' = 'intake')));
  end if;

  for item in select * from jsonb_array_elements(change -> 'tasks') loop
    if item ? 'id' then
      update task t set phase = coalesce((item ->> 'phase')::smallint, t.phase), ended_at = (item ->> 'ended_at')::timestamptz,
        due_at = case when item ? 'due_at' then (item ->> 'due_at')::timestamptz else t.due_at end,
        unit_id = coalesce((item ->> 'unit_id')::int, t.unit_id),
        assignee_id = case when item ? 'assignee_id' then (item ->> 'assignee_id')::bigint else t.assignee_id end,
        urgency = new.urgency
        where t.district_id = new.district_id and t.id = (item ->> 'id')::bigint and t.case_id = new.id;
    else
      insert into task (district_id, case_id, kind, unit_id, assignee_id, urgency, phase, due_at, opened_at)
        values (new.district_id, new.id, item ->> 'kind', (item ->> 'unit_id')::int, (item ->> 'assignee_id')::bigint,
          new.urgency, coalesce((item ->> 'phase')::smallint, 0), (item ->> 'due_at')::timestamptz, at);
    end if;
  end loop;

  for item in select * from jsonb_array_elements(change -> 'clocks') loop
    if item ? 'id' then
      update clock k set due_at = (item ->> 'due_at')::timestamptz, state = item ->> 'state', stopped_at = (item ->> 'stopped_at')::timestamptz,
        overdue_at = (item ->> 'overdue_at')::timestamptz, derivation = item -> 'derivation', paused = item -> 'paused',
        amount = (item ->> 'amount')::numeric, provisional = (item ->> 'provisional')::boolean, unit_id = (item ->> 'unit_id')::int,
        promised_at = (item ->> 'promised_at')::timestamptz
        where k.district_id = new.district_id and k.id = (item ->> 'id')::bigint and k.case_id = new.id;
    else
      made := nextval('clock_id');
      opened := opened || made;
      insert into clock (district_id, id, case_id, name, task_kind, unit_id, rule_id, amount, unit, calendar_unit, ends_at,
          started_at, due_at, promised_at, state, provisional, derivation, paused)
        values (new.district_id, made, new.id, item ->> 'name', item ->> 'task_kind', (item ->> 'unit_id')::int, item ->> 'rule_id',
          (item ->> 'amount')::numeric, item ->> 'unit', (item ->> 'calendar_unit')::int, item ->> 'ends_at',
          (item ->> 'started_at')::timestamptz, (item ->> 'due_at')::timestamptz, (item ->> 'promised_at')::timestamptz, 'running',
          coalesce((item ->> 'provisional')::boolean, false), item -> 'derivation', item -> 'paused');
    end if;
  end loop;

  if change ? 'dropTimers' then
    perform drop_timers(new.id, (select array_agg(d::bigint) from jsonb_array_elements_text(change -> 'dropTimers') d));
  end if;
  insert into timer (district_id, case_id, clock_id, effect, data, fire_at)
    select new.district_id, new.id,
      case when (t ->> 'clock')::bigint < 0 then opened[-(t ->> 'clock')::int] else (t ->> 'clock')::bigint end,
      t ->> 'effect', coalesce(t -> 'data', '{}'), (t ->> 'fire_at')::timestamptz
    from jsonb_array_elements(change -> 'timers') t;

  insert into event (district_id, subject, subject_id, seq, verb, actor_kind, actor_id, unit_id, role, at, data)
    select new.district_id, 'case', new.id, new.version, e.verb, e.actor_kind, e.actor_id, e.unit_id, e.role, at, coalesce(e.data, '{}')
    from jsonb_to_record(change -> 'event') e(verb text, actor_kind text, actor_id bigint, unit_id int, role text, data jsonb);

  insert into case_text (district_id, case_id, seq, kind, body, visible_to)
    select new.district_id, new.id, new.version, t ->> 'kind', t ->> 'body', coalesce(t ->> 'visible_to', 'staff')
    from jsonb_array_elements(change -> 'texts') t;

  if change ? 'extension' then
    insert into extension (district_id, case_id, seq, clock_id, asked_by, asked_at, amount, unit)
      select new.district_id, new.id, new.version, x.clock_id, x.asked_by, at, x.amount, x.unit
      from jsonb_to_record(change -> 'extension') x(clock_id bigint, asked_by bigint, amount numeric, unit text);
  end if;
  if change ? 'decision' then
    update extension x set decision = change #>> '{decision,decision}', decided_by = (change #>> '{decision,decided_by}')::bigint, decided_at = at
      where x.district_id = new.district_id and x.case_id = new.id and x.seq = (change #>> '{decision,seq}')::int;
  end if;
  if change ? 'receipt' then
    insert into case_receipt (district_id, case_id, code_lookup) values (new.district_id, new.id, change ->> 'receipt');
  end if;
  if change ? 'files' then
    perform attach_files(new.id, new.version, (select array_agg(f::bigint) from jsonb_array_elements_text(change -> 'files') f));
  end if;
  if change ? 'publication' then
    update publication p set withdrawn_at = coalesce((change #>> '{publication,withdrawn_at}')::timestamptz, p.withdrawn_at),
      released_by = coalesce((change #>> '{publication,released_by}')::bigint, p.released_by),
      released_at = coalesce((change #>> '{publication,released_at}')::timestamptz, p.released_at)
      where p.district_id = new.district_id and p.case_id = new.id and p.withdrawn_at is null;
    if not found then
      insert into publication (district_id, case_id, number, kind, subject, community, title, request, reply, received_on, replied_on,
          within_limit, satisfaction, proposed_by, proposed_at)
        select new.district_id, new.id, p.number, p.kind, p.subject,
          (select n.name from unit_name n where n.unit_id = new.community_unit and n.valid @> at::date),
          p.title, p.request, p.reply, p.received_on, p.replied_on, p.within_limit, p.satisfaction, p.proposed_by, at
        from jsonb_populate_record(null::publication, change -> 'publication') p;
    end if;
  end if;

  -- What is due first is what the lists are ordered by: per task the owing unit's earliest clock, per case the earliest of all.
  if not fresh and change -> 'clocks' <> '[]' then
    update task t set due_at = k.due_at from (
      select o.id, (select min(k.due_at) from clock k where k.district_id = o.district_id and k.case_id = o.case_id
          and k.unit_id = o.unit_id and k.task_kind = o.kind and k.state = 'running') as due_at
        from task o where o.district_id = new.district_id and o.case_id = new.id and o.phase < 2) k
      where t.district_id = new.district_id and t.id = k.id and t.due_at is distinct from k.due_at;
    update cases c set due_at = (select min(k.due_at) from clock k where k.district_id = new.district_id and k.case_id = new.id and k.state = 'running')
      where c.district_id = new.district_id and c.id = new.id;
  end if;

  if fresh then
    perform index_case(new.id, (select array_agg(t) from jsonb_array_elements_text(change -> 'tokens') t)
      || array(select 'u' || (p ->> 'unit_id') from jsonb_array_elements(change -> 'parties') p where p ->> 'role' <> 'complained'));
  elsif widened <> '{}' then
    perform widen_case_search(new.id, array(select (p ->> 'unit_id')::int from jsonb_array_elements(change -> 'parties') p where p ->> 'role' <> 'complained'));
  end if;

  insert into push (district_id, topic, unit_ids, barred, sealed, data, at)
    values (new.district_id, 'case', array(select u from unnest(new.seen_by) r, generate_series(lower(r), upper(r) - 1) u),
      new.barred, new.sealed, jsonb_build_object('id', new.id, 'version', new.version, 'verb', change #>> '{event,verb}', 'state', new.state), at);

  answer := jsonb_build_object('id', new.id, 'version', new.version, 'state', new.state) || coalesce(change -> 'answer', '{}');
  if change ? 'idempotency' then
    update idempotency i set response = answer where i.district_id = new.district_id
      and i.actor = change #>> '{idempotency,actor}' and i.key = change #>> '{idempotency,key}';
  end if;
  return answer;
end $$;
grant execute on function case_snapshot, set_scope, write_case to app_staff, app_portal, app_worker;

-- The case as the caller may see it, the scope set in the same round trip.
create function read_case(settings jsonb, wanted bigint) returns jsonb volatile language plpgsql as $$
begin
  perform set_scope(settings);
  return case_snapshot(wanted);
end $$;
grant execute on function read_case to app_staff, app_portal, app_worker;

-- A page of a work list: who may see it is the policy's business, the units asked for are the caller's. An index is walked,
-- earliest deadline first, until the page is full, so that a page costs the same among many cases as among few. Each way to
-- walk is a function of its own with one text, because planning it under the policies costs more than reading a page does.
do $do$
declare
  way record;
  walk text := $walk$
    select t.id, t.kind, t.unit_id, t.assignee_id, t.phase, t.due_at, t.urgency, c.id as case_id, c.version, c.title, c.kind as case_kind,
      c.type, c.state, c.community_unit, c.place_text, c.received_at
    from task t join cases c on c.district_id = t.district_id and c.id = t.case_id
    where t.district_id = $1 and %s and t.phase < 2 and t.phase <= case when ($2 ->> 'waiting')::boolean then 1 else 0 end
      and ($2 ->> 'after' is null or (t.due_at, t.id) > ($4, $5) or (t.due_at is null and ($4 < 'infinity' or t.id > $5)))
      and ($2 ->> 'taskKind' is null or t.kind = $2 ->> 'taskKind')
      and ($2 ->> 'urgency' is null or t.urgency = ($2 ->> 'urgency')::int)
      and ($6 is null or t.due_at < $6)
      and ($2 ->> 'caseKind' is null or c.kind = $2 ->> 'caseKind')
      and ($2 ->> 'subject' is null or starts_with(c.subject, $2 ->> 'subject'))
      and ($2 ->> 'unit' is null or c.lead_unit = ($2 ->> 'unit')::int or c.community_unit = ($2 ->> 'unit')::int)
    order by t.due_at, t.id limit ($2 ->> 'limit')::int $walk$;
begin
  for way in
    select 'mine' as name, 'generic' as plan, format(walk, 't.assignee_id = ($2 ->> ''staff'')::bigint') as page
    union all select 'all', 'generic', format(walk, 'true')
    -- A few units are walked side by side; for more, passing over the tasks of other units costs less, and what is passed
    -- over must not be asked for filters that nobody set: planning with the values drops them.
    union all select 'few', 'generic', format('select w.* from unnest($3) u(unit) cross join lateral (%s) w', format(walk, 't.unit_id = u.unit'))
    union all select 'many', 'custom', format(walk, 't.unit_id = any ($3)')
  loop
    execute format($page$
      create function list_tasks_%s(district int, asked jsonb, units int[], after_due timestamptz, after_id bigint, due_before timestamptz)
        returns jsonb volatile set plan_cache_mode = force_%s_plan language plpgsql as $body$
      begin
        return (select coalesce(jsonb_agg(to_jsonb(p) || jsonb_build_object('clock', (
          select jsonb_build_object('due_at', k.due_at, 'state', k.state, 'provisional', k.provisional, 'derivation', k.derivation, 'paused', k.paused)
            from clock k where k.district_id = $1 and k.case_id = p.case_id and k.unit_id = p.unit_id and k.task_kind = p.kind
              and k.state in ('running', 'paused') order by k.due_at limit 1)) order by p.due_at, p.id), '[]')
        from (select * from (%s) w order by w.due_at, w.id limit ($2 ->> 'limit')::int) p);
      end $body$;
      grant execute on function list_tasks_%1$s to app_staff $page$, way.name, way.plan, way.page);
  end loop;
end $do$;

-- The units named, all where none are.
create function list_tasks(settings jsonb, asked jsonb) returns jsonb volatile language plpgsql as $$
declare
  units int[] := case when asked ? 'units' then array(select jsonb_array_elements_text(asked -> 'units')::int) end;
  after_due timestamptz := coalesce((asked ->> 'afterDue')::timestamptz, 'infinity');
  after_id bigint := coalesce((asked ->> 'afterId')::bigint, 0);
  due_before timestamptz := (asked ->> 'dueBefore')::timestamptz;
begin
  perform set_scope(settings);
  return case when asked ->> 'queue' = 'mine' then list_tasks_mine(app_district(), asked, units, after_due, after_id, due_before)
    when units is null then list_tasks_all(app_district(), asked, units, after_due, after_id, due_before)
    when cardinality(units) > 4 then list_tasks_many(app_district(), asked, units, after_due, after_id, due_before)
    else list_tasks_few(app_district(), asked, units, after_due, after_id, due_before) end;
end $$;

create function count_tasks(settings jsonb, units int[], present timestamptz) returns jsonb volatile language plpgsql as $$
declare answer jsonb;
begin
  perform set_scope(settings);
  select coalesce(jsonb_agg(to_jsonb(r)), '[]') into answer from (
    select kind, count(*)::int as open, (count(*) filter (where due_at < present))::int as overdue from (
      select kind, due_at from task where district_id = app_district() and unit_id = any (units) and phase = 0 limit 1000) t
    group by kind order by kind) r;
  return answer;
end $$;
grant execute on function list_tasks, count_tasks to app_staff;

-- The files of a case with the event each came with; the files part of the kernel replaces both.
create function case_files(wanted bigint) returns jsonb stable language sql as $$ select '[]'::jsonb where wanted is not null $$;
grant execute on function case_files to app_staff, app_portal, app_worker;
