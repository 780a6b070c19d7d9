import { type RawBuilder, sql } from 'kysely'
import { act, caseView, findCaseData, Timekeepers, unitRefs, type Written } from '#kernel/cases'
import { type Actor, loadActor } from '#kernel/identity'
import { makeNotify } from '#kernel/notifications'
import type { CaseView } from '#kernel-contract/cases'
import { channelLabels, type HotlineHouse, openRequest } from '#module/hotline'
import { type SettableClock, settableClock } from '#platform/clock'
import { Vault } from '#platform/crypto'
import { Database } from '#platform/database'
import { type Cast, type CastStaff, plantCast } from './cast.ts'
import { type TestDatabase, testDatabase } from './database.ts'

/** The hotline of the cast's district, at work on a real database under a clock that tests move. */
export interface TestHouse extends HotlineHouse, Cast {
  readonly clock: SettableClock
  /** The person as log-in would give them. */
  actor(person: CastStaff): Promise<Actor>
  /** Takes a request down at the centre. */
  files(request?: Record<string, unknown>): Promise<Written & { receipt?: string }>
  /** Does a verb, as the person, to the case as it stands. */
  does(person: CastStaff, caseId: number, verb: string, input?: Record<string, unknown>): Promise<Written>
  /** What was written, past every policy but the district's. */
  rows<T>(query: RawBuilder<T>): Promise<T[]>
  close(): Promise<void>
}

/** A request as an agent takes it down. */
export const someRequest = {
  kind: 'help',
  channel: 'phone',
  text: '向阳社区3号楼楼道灯坏了三天，老人上下楼不安全。',
  place: { text: '向阳社区向阳花园3号楼' },
} as const

export const testVault = () =>
  new Vault({
    keys: { 1: Buffer.alloc(32, 7).toString('base64') },
    currentKey: '1',
    lookupKey: Buffer.alloc(32, 9).toString('base64'),
  })

/** A house of its own, on the morning of Friday 18 September 2026: before a make-up Sunday and Mid-Autumn. */
export async function openHouse({
  test,
  district = 1,
  now = '2026-09-18T10:00:00+08:00',
}: HouseOptions = {}): Promise<TestHouse> {
  const { ownerUrl, urls } = test ?? (await testDatabase())
  const cast = await plantCast(ownerUrl, district)
  const clock = settableClock(now)
  const database = new Database(urls, 4)
  const vault = testVault()
  const house: HotlineHouse = {
    database,
    clock,
    vault,
    timekeepers: new Timekeepers(database, clock),
    notify: makeNotify({ vault, clock }),
  }
  const known = new Map<CastStaff, Promise<Actor>>()
  const actor = (person: CastStaff) => {
    const found = known.get(person) ?? loadActor(database, { district, staffId: cast.staff[person] }, clock, 'zh')
    known.set(person, found)
    return found
  }
  return {
    ...house,
    ...cast,
    clock,
    actor,
    files: async (request = {}) =>
      openRequest(house, await actor('agent'), { ...someRequest, ...request }, { key: crypto.randomUUID(), hash: '' }),
    does: async (person, caseId, name, input = {}) => act(house, await actor(person), { caseId, name, input }),
    rows: (query) => database.as('worker', { district }, async (tx) => (await query.execute(tx)).rows),
    close: () => database.close(),
  }
}

interface HouseOptions {
  readonly test?: TestDatabase
  readonly district?: number
  readonly now?: string
}

/** The case page as this person would see it; null where there is none for them. */
export async function readAs(house: TestHouse, person: CastStaff, id: number): Promise<CaseView | null> {
  const actor = await house.actor(person)
  const data = await house.database.as('staff', actor.scope, (tx) => findCaseData(tx, id))
  if (!data) return null
  const [units, keeper] = await Promise.all([unitRefs(house, actor.district), house.timekeepers.of(actor.district)])
  return await caseView(data, {
    engine: house,
    actor,
    units,
    calendar: keeper.calendar,
    requester: null,
    channels: channelLabels,
  })
}

export { sql }
