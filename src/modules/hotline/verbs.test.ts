import { afterAll, beforeEach, expect, test } from 'vitest'
import { openHouse, readAs, sql } from '#test/hotline-house'

const house = await openHouse()
afterAll(() => house.close())
const { clock, does, files, rows, units } = house
beforeEach(() => clock.set('2026-09-18T10:00:00+08:00'))

const handled = async (unit = units.housing) => {
  const { id } = await files()
  await does('dispatcher', id, 'dispatch', { unit })
  return id
}
const clocksOf = async (id: number) =>
  Object.fromEntries(
    (
      await rows(sql<{ name: string; state: string; due_at: Date; unit_id: number }>`
      select name, state, due_at, unit_id from clock where case_id = ${id} order by id`)
    ).map((row) => [row.name, row]),
  )
const openTasks = async (id: number) =>
  (
    await rows(sql<{ kind: string; unit_id: number; phase: number }>`
    select kind, unit_id, phase from task where case_id = ${id} and phase < 2 order by id`)
  ).map(({ kind, unit_id, phase }) => [kind, unit_id, phase])
const verbsFor = async (person: Parameters<typeof does>[0], id: number) =>
  (await readAs(house, person, id))?.verbs.map(({ verb }) => verb) ?? []

test('a case sent back goes to the dispatcher, its limits stand still meanwhile, and a ruling ends the sending back', async () => {
  const id = await handled()
  const before = (await clocksOf(id)).handle!
  await does('housingHandler', id, 'sendBack', { reason: 'notOurDuty', text: '这是绿化部门的职责' })
  expect((await clocksOf(id)).handle!.state).toBe('paused')
  expect(await openTasks(id)).toEqual([
    ['handle', units.housing, 1],
    ['dispatch', units.centre, 0],
  ])
  clock.set('2026-09-21T10:00:00+08:00')
  await does('dispatcher', id, 'rule', { text: '三定方案写明由住建部门办理' })
  const after = (await clocksOf(id)).handle!
  expect(after.state).toBe('running')
  expect(after.due_at.getTime()).toBeGreaterThan(before.due_at.getTime())
  expect(await verbsFor('housingHandler', id)).not.toContain('sendBack')
  const { absent } = (await readAs(house, 'housingHandler', id))!
  expect(absent.find(({ label }) => label.zh === '退单')?.why.zh).toContain('不能再退单')
  await expect(does('housingHandler', id, 'sendBack', { reason: 'other', text: '再退一次试试' })).rejects.toMatchObject(
    { id: 'case.unless' },
  )
})

test('a case sent back may be dispatched to another unit, whose limits start anew', async () => {
  const id = await handled()
  await does('housingHandler', id, 'sendBack', { reason: 'notOurDuty', text: '这是绿化部门的职责' })
  clock.set('2026-09-21T10:00:00+08:00')
  await does('dispatcher', id, 'dispatch', { unit: units.greening })
  const handle = (await clocksOf(id)).handle!
  expect(handle).toMatchObject({ unit_id: units.greening, state: 'running' })
  expect(await openTasks(id)).toEqual([['handle', units.greening, 0]])
  expect(await readAs(house, 'greeningHandler', id)).toMatchObject({ lead: { id: units.greening } })
})

test('an extension needs a reason and a decision; approved it moves the limit, and it is asked for once', async () => {
  const id = await handled()
  await does('housingHandler', id, 'acknowledge')
  const before = (await clocksOf(id)).handle!.due_at
  await does('housingHandler', id, 'askExtension', { amount: 3, text: '需要等待配件到货' })
  expect(await verbsFor('housingHandler', id)).not.toContain('askExtension')
  expect(await verbsFor('housingHandler', id)).not.toContain('approveExtension')
  await does('dispatcher', id, 'approveExtension')
  const after = (await clocksOf(id)).handle!.due_at
  // Tue 29 Sep; three working days later is Fri 9 Oct: National Day lies between.
  expect(before.toISOString()).toBe('2026-09-29T09:30:00.000Z')
  expect(after.toISOString()).toBe('2026-10-09T09:30:00.000Z')
  await expect(does('housingHandler', id, 'askExtension', { amount: 1, text: '还要再等几天' })).rejects.toMatchObject({
    id: 'case.unless',
  })
})

test('the lead replies only when the co-handlers have reported', async () => {
  const id = await handled()
  await does('housingHandler', id, 'acknowledge')
  await does('housingHandler', id, 'coHandle', { unit: units.greening, text: '请协助修剪树枝' })
  expect(await verbsFor('housingHandler', id)).not.toContain('reply')
  expect(await verbsFor('greeningHandler', id)).toContain('coReply')
  expect(await verbsFor('greeningHandler', id)).not.toContain('reply')
  await does('greeningHandler', id, 'coReply', { text: '树枝已经修剪' })
  expect(await verbsFor('housingHandler', id)).toContain('reply')
  expect((await clocksOf(id)).coHandle!.state).toBe('met')
})

test('a reply withdrawn runs on against the limit that was promised', async () => {
  const id = await handled()
  await does('housingHandler', id, 'acknowledge')
  const promised = (await clocksOf(id)).handle!.due_at
  await does('housingHandler', id, 'reply', { outcome: 'solved', text: '已经修好' })
  expect((await clocksOf(id)).handle!.state).toBe('met')
  await does('housingHandler', id, 'withdrawReply', { text: '写错了工单' })
  expect((await clocksOf(id)).handle).toMatchObject({ state: 'running', due_at: promised })
  expect(await openTasks(id)).toEqual([['handle', units.housing, 0]])
})

test('a street passes on, keeps holding, and may take back', async () => {
  const id = await handled(units.bridgeStreet)
  await does('bridgeDispatcher', id, 'forward', { unit: units.sunny })
  expect(await openTasks(id)).toEqual([
    ['handle', units.bridgeStreet, 1],
    ['handle', units.sunny, 0],
  ])
  expect((await clocksOf(id)).handle!.unit_id).toBe(units.sunny)
  await does('bridgeDispatcher', id, 'takeBack', { text: '街道自己办理' })
  expect(await openTasks(id)).toEqual([['handle', units.bridgeStreet, 0]])
  expect(await verbsFor('sunnyWorker', id)).not.toContain('reply')
  expect(await verbsFor('bridgeHandler', id)).toContain('reply')
})

test('a requester who stays hidden is known to the centre, and to no unit in charge', async () => {
  const { id } = await files({ requester: { name: '张晓梅', phone: '13900001234' }, hidden: true })
  await does('dispatcher', id, 'dispatch', { unit: units.sunny })
  const [person] = await rows(
    sql<{ seen_by: string }>`select p.seen_by from person p join cases c on c.requester_id = p.id where c.id = ${id}`,
  )
  expect(person!.seen_by).not.toContain(String(units.sunny))
  expect((await readAs(house, 'sunnyWorker', id))?.requester).toBeNull()
})

test('nobody owes anything in a closed case, a co-handler neither', async () => {
  const id = await handled()
  await does('housingHandler', id, 'coHandle', { unit: units.greening, text: '请协助修剪树枝' })
  await does('agent', id, 'handOver', { service: '119', text: '现场起火，已转述地点' })
  expect(Object.values(await clocksOf(id)).map(({ state }) => state)).not.toContain('running')
  expect(await openTasks(id)).toEqual([])
})

test('whoever proposed a publication cannot release it, and a report is never published', async () => {
  const words = { title: '楼道灯不亮', request: '某小区楼道灯坏了。', reply: '已更换。' }
  // One person with both posts: what the roles alone would allow.
  await rows(sql`insert into post (staff_id, unit_id, role, valid)
    values (${house.staff.reviewer}, ${units.centre}, 'dispatcher', '[2020-01-01,)')`)
  const closed = async (kind: 'enquiry' | 'report') => {
    const { id } = await files({ kind })
    await does('agent', id, 'answer', { text: '已经当场答复。' })
    return id
  }
  const [own, another] = [await closed('enquiry'), await closed('enquiry')]
  await does('reviewer', own, 'proposePublication', words)
  await does('dispatcher', another, 'proposePublication', words)
  expect(await verbsFor('reviewer', own)).not.toContain('releasePublication')
  expect(await verbsFor('reviewer', another)).toContain('releasePublication')
  await expect(does('reviewer', own, 'releasePublication')).rejects.toMatchObject({ id: 'case.unless' })
  const report = await closed('report')
  await expect(does('dispatcher', report, 'proposePublication', words)).rejects.toMatchObject({ id: 'case.unless' })
})

test('a worker takes a case on, finds it among their own, and may put it back', async () => {
  const id = await handled(units.sunny)
  await does('sunnyWorker', id, 'claim')
  expect(await verbsFor('sunnyWorker', id)).not.toContain('claim')
  const mine = () =>
    rows(sql`select id from task where case_id = ${id} and assignee_id = ${house.staff.sunnyWorker} and phase < 2`)
  expect(await mine()).toHaveLength(1)
  await does('sunnyWorker', id, 'letGo')
  expect(await mine()).toHaveLength(0)
})

test('a wrong unit is recalled, a closed case reopened: what went wrong stays in the timeline', async () => {
  const id = await handled()
  await does('dispatcher', id, 'recall', { text: '派错了单位' })
  expect(await openTasks(id)).toEqual([['dispatch', units.centre, 0]])
  await does('agent', id, 'answer', { text: '已经当场答复。' })
  await does('agent', id, 'reopen', { text: '诉求人来电说没有解决' })
  const { timeline, state } = (await readAs(house, 'agent', id))!
  expect(state).toBe('received')
  expect(timeline.map(({ verb }) => verb)).toEqual(['open', 'dispatch', 'recall', 'answer', 'reopen'])
})
