import pg from 'pg'
import type { WorldDistrict } from './world.ts'

const FROM = '2020-01-01'

/** Writes worlds into an empty database as real rows, each case with an event, a text, a task and a clock. */
export async function plantWorlds(ownerUrl: string, worlds: readonly WorldDistrict[]): Promise<void> {
  const owner = new pg.Client({ connectionString: ownerUrl })
  await owner.connect()
  try {
    for (const world of worlds) await plantWorld(owner, world)
  } finally {
    await owner.end()
  }
}

async function plantWorld(owner: pg.Client, world: WorldDistrict): Promise<void> {
  const district = world.id
  const insert = (table: string, rows: readonly object[]) =>
    insertRows(
      owner,
      table,
      rows.map((row) => ({ district_id: district, ...row })),
    )
  await insertRows(owner, 'district', [
    { id: district, name: { zh: `第${district}区` }, hotline: '000', time_zone: 'Asia/Shanghai' },
  ])
  const valid = `[${FROM},)`
  await insert(
    'unit',
    world.units.map(({ id }, index) => ({ id, kind: index === 0 ? 'district' : 'community' })),
  )
  await insert(
    'unit_name',
    world.units.map(({ id }) => ({ unit_id: id, name: { zh: `单位${id}` }, valid })),
  )
  const edges = world.units.flatMap(({ id, parent }) => (parent === null ? [] : [{ child: id, parent, valid }]))
  await insert('unit_edge', edges)
  const heirs = world.units.flatMap(({ id, heirs }) =>
    heirs.map((successor) => ({ predecessor: id, successor, since: FROM })),
  )
  await insert('unit_succession', heirs)
  await insert(
    'staff',
    world.staff.map(({ id }) => ({ id, name: { zh: `某${id}` }, employed: valid })),
  )
  const posts = world.staff.flatMap(({ id, posts }) =>
    posts.map(({ unit, role }) => ({ staff_id: id, unit_id: unit, role, valid })),
  )
  await insert(
    'post',
    posts.map((post, index) => ({ ...post, id: district * 100_000 + index })),
  )
  await plantCases(insert, world)
}

type Insert = (table: string, rows: readonly object[]) => Promise<void>

async function plantCases(insert: Insert, { cases }: WorldDistrict): Promise<void> {
  const at = '2026-09-01T02:00:00Z'
  const common = {
    version: 1,
    settled_version: 1,
    type: 'request',
    type_version: 1,
    phase: 0,
    state: 'received',
    kind: 'help',
    urgency: 0,
  }
  const rows = cases.map(({ id, parties, sealed, requester }) => ({
    ...common,
    id,
    sealed,
    requester_id: requester,
    channel: 'phone',
    title: `事项${id}`,
    intake_unit: parties[0]!.unit,
    seen_by: multirange(parties.filter(({ role }) => role !== 'complained')),
    barred: multirange(parties.filter(({ role }) => role === 'complained')),
    received_at: at,
    recorded_at: at,
    place_checked: false,
    requester_hidden: true,
    history: false,
    fields: {},
  }))
  await insert('cases', rows)
  const each = <T>(row: (id: number, unit: number) => T) => cases.map(({ id, parties }) => row(id, parties[0]!.unit))
  const parties = cases.flatMap(({ id, parties }) =>
    parties.map(({ unit, role, ended }, index) => ({
      case_id: id,
      unit_id: unit,
      role,
      since: new Date(Date.parse(at) + index * 1000),
      until: ended ? at : null,
    })),
  )
  await insert('case_party', parties)
  await insert(
    'event',
    each((id) => ({
      id,
      subject: 'case',
      subject_id: id,
      seq: 1,
      verb: 'open',
      actor_kind: 'system',
      at,
      data: {},
      position: 1,
    })),
  )
  await insert(
    'case_text',
    each((id) => ({ case_id: id, seq: 1, kind: 'request', body: '诉求', visible_to: 'requester' })),
  )
  await insert(
    'task',
    each((id, unit) => ({ id, case_id: id, kind: 'dispatch', unit_id: unit, urgency: 0, phase: 0, opened_at: at })),
  )
  const derivation = [
    { step: 'start', at, amount: 2, unit: 'H', endsAt: 'instant', timeZone: 'Asia/Shanghai' },
    { step: 'due', at, date: '2026-09-01', time: '12:00' },
  ]
  const clock = {
    name: 'dispatch',
    rule_id: 'H9',
    amount: 2,
    unit: 'H',
    ends_at: 'instant',
    started_at: at,
    due_at: at,
    state: 'running',
    provisional: false,
  }
  await insert(
    'clock',
    each((id, unit) => ({ id, case_id: id, unit_id: unit, calendar_unit: unit, derivation, ...clock })),
  )
}

const multirange = (parties: readonly { unit: number }[]) =>
  `{${parties.map(({ unit }) => `[${unit},${unit}]`).join(',')}}`

async function insertRows(owner: pg.Client, table: string, rows: readonly object[]): Promise<void> {
  if (rows.length === 0) return
  const columns = Object.keys(rows[0]!).join(', ')
  const text = `insert into ${table} (${columns}) select ${columns} from jsonb_populate_recordset(null::${table}, $1)`
  await owner.query(text, [JSON.stringify(rows)])
}
