import fc from 'fast-check'
import { afterAll, expect, test } from 'vitest'
import { numberOf, type Snapshot } from '#kernel/cases'
import type { CaseView } from '#kernel-contract/cases'
import type { CastStaff } from '#test/cast'
import { openHouse, readAs, sql } from '#test/hotline-house'

const house = await openHouse()
afterAll(() => house.close())
const { does, files, rows, clock } = house

const people: CastStaff[] = [
  'agent',
  'dispatcher',
  'supervisor',
  'reviewer',
  'leader',
  'bridgeDispatcher',
  'bridgeHandler',
  'sunnyWorker',
  'housingHandler',
  'willowWorker',
]

interface Schema {
  readonly type?: string
  readonly enum?: readonly unknown[]
  readonly properties?: Readonly<Record<string, Schema>>
  readonly 'x-widget'?: string
}

/** An input that the verb's own schema allows, chosen by two numbers. */
function inputFor({ needs, units }: CaseView['verbs'][number], choice: number): Record<string, unknown> {
  const properties = (needs as Schema).properties ?? {}
  const value = (schema: Schema): unknown => {
    if (schema['x-widget'] === 'unit') return units[choice % units.length]?.id
    if (schema.enum) return schema.enum[choice % schema.enum.length]
    if (schema.type === 'boolean') return choice % 3 !== 0
    if (schema.type === 'integer') return 1 + (choice % 5)
    return schema.type === 'array' ? [] : '按规定办理好了'
  }
  const entries = Object.entries(properties).filter(
    ([name]) => !['subject', 'person'].includes(name) || name === 'text',
  )
  return Object.fromEntries(entries.map(([name, schema]) => [name, value(schema)]))
}

const done = new Map<string, number>()
const step = fc.record({ person: fc.nat(people.length - 1), verb: fc.nat(30), choice: fc.nat(50), hours: fc.nat(30) })

test('whatever people do in whatever order, every offered verb succeeds and the case stays whole', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 4, maxLength: 12 }), async (steps) => {
      clock.set('2026-09-18T10:00:00+08:00')
      const { id } = await files()
      for (const { person, verb, choice, hours } of steps) {
        clock.advance(hours * 3_600_000)
        const turn = await whoseTurn(id, person, choice % 10 === 0)
        const chosen = turn?.verbs[verb % turn.verbs.length]
        if (!turn || !chosen) continue
        await does(turn.person, id, chosen.verb, inputFor(chosen, choice))
        done.set(chosen.verb, (done.get(chosen.verb) ?? 0) + 1)
      }
      await isWhole(id)
    }),
    { numRuns: 25, endOnFailure: true },
  )
  expect([...done.keys()].length, 'the walks must reach most of the lifecycle').toBeGreaterThanOrEqual(20)
}, 120_000)

// Possible at almost any time: they would drown the verbs that move a case along.
const asides = new Set([
  'note',
  'correct',
  'urge',
  'supervise',
  'withdraw',
  'handOver',
  'answer',
  'decline',
  'redirect',
  'recall',
  'reassign',
  'reopen',
])

/** The first person from a starting point to whom the page offers a verb. */
async function whoseTurn(id: number, from: number, anything: boolean) {
  for (const person of [...people.slice(from), ...people.slice(0, from)]) {
    const offered = (await readAs(house, person, id))?.verbs ?? []
    const verbs = offered.filter(
      (verb) =>
        verb.verb !== 'relink' && (anything || !asides.has(verb.verb)) && !(asksUnit(verb) && verb.units.length === 0),
    )
    if (verbs.length > 0) return { person, verbs }
  }
  return null
}

const asksUnit = (verb: CaseView['verbs'][number]) => JSON.stringify(verb.needs).includes('"x-widget":"unit"')

async function isWhole(id: number): Promise<void> {
  const [{ snapshot } = { snapshot: null }] = await rows(
    sql<{ snapshot: Snapshot }>`select case_snapshot(${id}) as snapshot`,
  )
  const { case: row, tasks, clocks, parties } = snapshot!
  const open = tasks.filter((task) => task.phase < 2)
  const running = clocks.filter((owed) => owed.state === 'running')
  const say = `case ${numberOf(id)} in ${row.state}`
  if (row.phase === 2) {
    expect(
      open.filter((task) => !['supervise', 'release'].includes(task.kind)),
      say,
    ).toEqual([])
    expect(
      clocks.filter((owed) => ['running', 'paused'].includes(owed.state)),
      say,
    ).toEqual([])
    expect(row.closed_at, say).not.toBeNull()
  } else {
    expect(open.filter((task) => task.kind !== 'supervise').length, say).toBeGreaterThan(0)
  }
  const earliest = running.map((owed) => Date.parse(owed.due_at)).sort((a, b) => a - b)[0]
  expect(row.due_at === null ? undefined : Date.parse(row.due_at), say).toBe(earliest)
  const leads = parties.filter((party) => party.role === 'lead' && party.until === null)
  expect(
    leads.map((party) => party.unit_id),
    say,
  ).toEqual(row.lead_unit === null ? [] : [row.lead_unit])
  await foldsToRow(id, row)
}

async function foldsToRow(id: number, row: Snapshot['case']): Promise<void> {
  const events = await rows(sql<{ seq: number; data: { set?: Record<string, unknown> } }>`
    select seq, data from event where subject = 'case' and subject_id = ${id} order by seq`)
  expect(events.map((event) => event.seq)).toEqual(events.map((_, at) => at + 1))
  expect(events.length).toBe(row.version)
  const folded: Record<string, unknown> = Object.assign({}, ...events.map((event) => event.data.set ?? {}))
  for (const [column, value] of Object.entries(folded)) {
    const held = (row as unknown as Record<string, unknown>)[column]
    const same = column === 'closed_at' && held !== null ? new Date(String(held)).toISOString() : held
    expect(same, column).toEqual(value)
  }
}
