import { afterAll, beforeAll, expect, test } from 'vitest'
import type { CastStaff } from '#test/cast'
import { openHouse, sql, type TestHouse } from '#test/hotline-house'
import { countWork, listWork } from './tasks.ts'

let house: TestHouse
/** Cases on their way: with the centre, with Qiaodong street, with Xiangyang community, with Hexi street. */
let centre: number
let bridge: number
let sunny: number
let river: number

beforeAll(async () => {
  house = await openHouse()
  const { bridgeStreet, riverStreet, sunny: community } = house.units
  ;[sunny, bridge, river, centre] = [await filed(), await filed(), await filed(), await filed()]
  for (const [id, unit] of [
    [sunny, bridgeStreet],
    [bridge, bridgeStreet],
    [river, riverStreet],
  ] as const)
    await house.does('dispatcher', id, 'dispatch', { unit })
  await house.does('bridgeDispatcher', sunny, 'forward', { unit: community })
})
afterAll(() => house.close())

const filed = async () => (await house.files()).id
const list = async (who: CastStaff, query: Parameters<typeof listWork>[2] = {}) =>
  listWork(house, await house.actor(who), query)
const casesOf = async (who: CastStaff, query: Parameters<typeof listWork>[2] = {}) =>
  new Set((await list(who, query)).rows.map(({ caseId }) => caseId))

test('the plain list holds what the own units have to do', async () => {
  expect(await casesOf('dispatcher')).toEqual(new Set([centre]))
  expect(await casesOf('bridgeDispatcher')).toEqual(new Set([bridge]))
  expect(await casesOf('sunnyWorker')).toEqual(new Set([sunny]))
  expect(await casesOf('housingHandler')).toEqual(new Set())
})

test('from above a street sees the work of its communities and no other street’s; a centre sees the whole district', async () => {
  expect(await casesOf('bridgeDispatcher', { queue: 'above' })).toEqual(new Set([bridge, sunny]))
  expect(await casesOf('riverHandler', { queue: 'above' })).toEqual(new Set([river]))
  expect(await casesOf('supervisor', { queue: 'above' })).toEqual(new Set([centre, bridge, sunny, river]))
  expect(await casesOf('willowWorker', { queue: 'above' })).toEqual(new Set())
})

test('a wide reach is walked along the district’s deadlines and holds the same', async () => {
  const actor = await house.actor('supervisor')
  const everywhere = new Set(Object.values(house.units))
  const wide = { ...actor, posts: [{ ...actor.posts[0]!, unit: house.units.district, reach: everywhere }] }
  const { rows } = await listWork(house, wide, { queue: 'above' })
  expect(new Set(rows.map(({ caseId }) => caseId))).toEqual(new Set([centre, bridge, sunny, river]))
})

test('my own list holds what is assigned to me', async () => {
  const mine = house.staff.sunnyWorker
  await house.rows(sql`update task set assignee_id = ${mine} where case_id = ${sunny} and phase = 0 returning id`)
  expect(await casesOf('sunnyWorker', { queue: 'mine' })).toEqual(new Set([sunny]))
  expect(await casesOf('bridgeDispatcher', { queue: 'mine' })).toEqual(new Set())
})

test('pages follow one another by deadline without gap or repetition, tasks without a deadline last', async () => {
  await house.rows(sql`update task set due_at = null where case_id in (${river}, ${bridge}) and phase = 0 returning id`)
  const whole = (await list('supervisor', { queue: 'above', waiting: true })).rows.map(({ id }) => id)
  const seen: number[] = []
  let after: string | undefined
  do {
    const page = await list('supervisor', { queue: 'above', waiting: true, limit: 1, ...(after && { after }) })
    seen.push(...page.rows.map(({ id }) => id))
    after = page.next ?? undefined
  } while (after)
  expect(seen).toEqual(whole)
  const due = (await list('supervisor', { queue: 'above' })).rows.map(({ dueAt }) => dueAt ?? '9999')
  expect(due).toEqual(due.toSorted())
})

test('filters narrow a list and never widen it', async () => {
  expect(await casesOf('supervisor', { queue: 'above', unit: house.units.riverStreet })).toEqual(new Set([river]))
  expect(await casesOf('supervisor', { queue: 'above', taskKind: 'dispatch' })).toContain(centre)
  expect(await casesOf('supervisor', { queue: 'above', caseKind: 'praise' })).toEqual(new Set())
  expect(await casesOf('bridgeDispatcher', { unit: house.units.riverStreet })).toEqual(new Set())
})

test('work is counted by kind in the own units', async () => {
  const counted = await countWork(house, await house.actor('sunnyWorker'))
  expect(counted).toMatchObject([{ kind: 'handle', open: 1, overdue: 0 }])
})
