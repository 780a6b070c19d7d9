// A district's three years of work, written in sets as the owner of the tables. One statement per table: each works the
// rows out of bench_case, so that they need not wait for one another. Districts and units are those of the cast.

/** What each case is: where it lies, how far it has come, whose turn it is. Of every 1,000 cases 12 are open and 5 replied. */
export const plan = (cases: number): string => `
create unlogged table bench_case as
select n as id, p.community, p.street, p.centre, s.phase, s.state, n % (select count(*) from bench_text) as text, t.received,
  -- From yesterday to in ten days, in no order of the cases.
  case when s.phase < 2 then now() + interval '950400 seconds' * ((n * 7919 % 10007) / 10007.0) - interval '1 day'
    else t.received + interval '9 days' end as due,
  case when s.state = 'received' then p.centre when s.state = 'dispatched' then p.street
    when v.turn % 20 = 4 then p.department else p.community end as lead
from generate_series(1::bigint, ${cases}) n
cross join lateral (select n / (select count(*) from bench_place) as turn) v
join bench_place p on p.place = n % (select count(*) from bench_place)
cross join lateral (select now() - (${cases} - n) * (interval '1095 days' / ${cases}) as received) t
cross join lateral (select case when n > ${cases * 0.988} then 0 when n > ${cases * 0.983} then 1 else 2 end::smallint as phase,
  case when n > ${cases * 0.988} then (array['received', 'dispatched', 'dispatched', 'dispatched', 'handling'])[least(v.turn % 10, 4) + 1]
    when n > ${cases * 0.983} then 'replied' else 'closed' end as state) s`

const cases = `
insert into cases (district_id, id, version, settled_version, type, type_version, phase, state, kind, urgency, channel, title, place_text,
  community_unit, intake_unit, lead_unit, due_at, received_at, recorded_at, closed_at, outcome, seen_by)
select 1, b.id, 4, 4, 'request', 1, b.phase, b.state, (array['help', 'consult', 'complaint', 'report', 'suggestion', 'praise'])[b.id % 6 + 1],
  case when b.id % 50 = 0 then 1 else 0 end, 'phone', t.title, t.place, b.community, b.centre, b.lead, case when b.phase < 2 then b.due end,
  b.received, b.received, case when b.phase = 2 then b.received + interval '5 days' end, case when b.phase = 2 then 'solved' end,
  (select range_agg(int4range(u, u, '[]')) from unnest(array[b.centre, b.street, b.lead]) u)
from bench_case b join bench_text t on t.id = b.text`

const parties = `
insert into case_party (district_id, case_id, unit_id, role, since)
select 1, b.id, p.unit, p.role, b.received from bench_case b
cross join lateral (values (b.centre, 'intake'), (b.street, 'holder'), (b.lead, 'lead')) p(unit, role)`

// The end of a case: dispatched, handled, and where it is replied, to be followed up by the centre.
const tasks = `
insert into task (district_id, id, case_id, kind, unit_id, urgency, phase, due_at, opened_at, ended_at)
select 1, b.id * 2 + t.n, b.id, t.kind, t.unit, case when b.id % 50 = 0 then 1 else 0 end, case when t.open then 0 else 2 end,
  case when t.open then b.due end, b.received, case when not t.open then b.received + interval '5 days' end
from bench_case b
cross join lateral (values (0, 'dispatch', b.centre, b.state = 'received'),
  (1, case when b.phase = 1 then 'followUp' else 'handle' end, case when b.phase = 1 then b.centre else b.lead end, b.phase = 1 or b.state in ('dispatched', 'handling')))
  t(n, kind, unit, open)
where t.n = 0 or b.state <> 'received'`

const clocks = `
insert into clock (district_id, id, case_id, name, task_kind, unit_id, rule_id, amount, unit, calendar_unit, ends_at, started_at, due_at,
  state, stopped_at, derivation)
select 1, b.id * 2 + k.n, b.id, k.name, k.kind, k.owes, 'H9', k.amount, k.unit, k.owes, 'close', b.received, b.due,
  case when k.open then 'running' else 'met' end, case when not k.open then b.received + interval '2 hours' end,
  jsonb_build_array(
    jsonb_build_object('step', 'start', 'at', b.received, 'amount', k.amount, 'unit', k.unit, 'endsAt', 'close', 'timeZone', 'Asia/Shanghai'),
    jsonb_build_object('step', 'due', 'at', b.due, 'date', b.due::date, 'time', '17:30'))
from bench_case b
cross join lateral (values (0, 'dispatch', 'dispatch', b.centre, 2, 'H', b.state = 'received'),
  (1, case when b.phase = 1 then 'followUp' else 'handle' end, case when b.phase = 1 then 'followUp' else 'handle' end,
    case when b.phase = 1 then b.centre else b.lead end, 7, 'WD', b.phase = 1 or b.state in ('dispatched', 'handling')))
  k(n, name, kind, owes, amount, unit, open)
where k.n = 0 or b.state <> 'received'`

const events = `
insert into event (district_id, id, subject, subject_id, seq, verb, actor_kind, unit_id, at, data, position)
select 1, b.id * 4 + e.seq, 'case', b.id, e.seq, e.verb, 'staff', e.unit, b.received + e.seq * interval '1 hour', '{}',
  (select log_position())
from bench_case b
cross join lateral (values (1, 'open', b.centre), (2, 'dispatch', b.centre), (3, 'reply', b.lead), (4, 'close', b.centre)) e(seq, verb, unit)
where b.phase = 2 or e.seq <= (case b.state when 'received' then 1 when 'replied' then 3 else 2 end)`

const texts = `
insert into case_text (district_id, case_id, seq, kind, body, visible_to)
select 1, b.id, x.seq, x.kind, x.body, 'requester' from bench_case b join bench_text t on t.id = b.text
cross join lateral (values (1, 'request', t.body), (3, 'reply', t.reply)) x(seq, kind, body)
where x.seq = 1 or b.phase > 0`

const words = `
insert into case_search (district_id, case_id, tsv)
select 1, b.id, t.tsv || array_to_tsvector(array['u' || b.centre, 'u' || b.street, 'u' || b.lead])
from bench_case b join bench_text t on t.id = b.text`

/** The rows of each table, the most work first. */
export const rows: readonly { readonly table: string; readonly insert: string }[] = [
  { table: 'event', insert: events },
  { table: 'clock', insert: clocks },
  { table: 'cases', insert: cases },
  { table: 'case_party', insert: parties },
  { table: 'case_text', insert: texts },
  { table: 'task', insert: tasks },
  { table: 'case_search', insert: words },
]
