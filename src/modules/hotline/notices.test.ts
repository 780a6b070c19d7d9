import { afterAll, beforeEach, expect, test, vi } from 'vitest'
import { clockEffects } from '#kernel/cases'
import { consumeEvents } from '#kernel/events'
import { runDueTimers } from '#platform/timers'
import { openHouse, sql } from '#test/hotline-house'
import { requestNotices } from './notices.ts'

const house = await openHouse()
afterAll(() => house.close())
const { clock, database, district, does, rows, units, vault } = house
const consumer = requestNotices(house, 'https://lianxin.example')

const morning = '2026-09-18T10:00:00+08:00'
const requester = { name: '王桂芳', phone: '13900001234' }
beforeEach(() => clock.set(morning))

interface Told {
  readonly template: string
  /** A part of the cast, or 'requester'. */
  readonly to: string
  readonly words: Record<string, unknown>
}
const partOf = new Map(Object.entries(house.staff).map(([part, id]) => [id, part]))

/** What was told about a case, once everything that happened has been handed over. */
async function told(caseId: number): Promise<Told[]> {
  await vi.waitFor(async () => {
    const [row] = await rows(sql<{ clear: boolean }>`select log_horizon() > max(position) as clear from event`)
    expect(row!.clear).toBe(true)
  }, 15_000)
  let failed = 0
  for (let handled = 1; handled > 0; ) ({ handled, failed } = await consumeEvents(house, district, consumer))
  expect(failed).toBe(0)
  const found = await rows(
    sql<{ template: string; staff: number | null; parameters: Record<string, unknown> | null; sealed: Buffer | null }>`
      select template, staff_id as staff, parameters, sealed from notification
      where case_id = ${caseId} and template <> 'caseReceived' and channel in ('inApp', 'sms') order by id`,
  )
  return found.map(({ template, staff, parameters, sealed }) => ({
    template,
    to: staff === null ? 'requester' : (partOf.get(staff) ?? ''),
    words: parameters ?? JSON.parse(vault.openText(sealed!)).parameters,
  }))
}
const lines = async (caseId: number) => (await told(caseId)).map(({ template, to }) => `${template} → ${to}`)
const wordsOf = async (caseId: number, template: string, to: string) =>
  (await told(caseId)).find((each) => each.template === template && each.to === to)?.words

const filed = async (more: Record<string, unknown> = {}) => await house.files({ requester, ...more })
const dispatched = async (unit: number, more: Record<string, unknown> = {}) => {
  const written = await filed(more)
  await does('dispatcher', written.id, 'dispatch', { unit })
  return written
}
const fireUntil = async (now: string) => {
  clock.set(now)
  while ((await runDueTimers({ database, district, clock, effects: clockEffects(house) })).fired > 0);
}
const due = async (caseId: number, name: string) => {
  const [row] = await rows(sql<{
    due: Date
  }>`select due_at as due from clock where case_id = ${caseId} and name = ${name}
    order by id desc limit 1`)
  return { instant: row!.due.toISOString() }
}

test('a dispatch is told to the unit’s people with their limit, and to the requester with the promised one', async () => {
  const { id, number } = await dispatched(units.housing)
  expect(await lines(id)).toEqual(['taskArrived → housingHandler', 'caseDispatched → requester'])
  const unit = { zh: '区住房建设局', en: 'Housing Bureau' }
  expect(await wordsOf(id, 'taskArrived', 'housingHandler')).toEqual({
    number,
    unit,
    due: await due(id, 'acknowledge'),
  })
  expect(await wordsOf(id, 'caseDispatched', 'requester')).toEqual({ number, unit, due: await due(id, 'handle') })
})

test('a street and then its community hear of it, and the one who passed it on does not hear of the own deed', async () => {
  const { id } = await dispatched(units.bridgeStreet)
  expect(await lines(id)).toEqual([
    'taskArrived → bridgeDispatcher',
    'taskArrived → bridgeHandler',
    'caseDispatched → requester',
  ])
  clock.advance(60_000)
  await does('bridgeHandler', id, 'forward', { unit: units.sunny })
  expect((await lines(id)).slice(3)).toEqual(['taskArrived → sunnyWorker', 'caseDispatched → requester'])
})

test('each is told once, however many processes hand the events over', async () => {
  const { id } = await dispatched(units.housing)
  const once = await lines(id)
  await Promise.all(Array.from({ length: 4 }, () => consumeEvents(house, district, consumer)))
  expect(await lines(id)).toEqual(once)
})

test('an urgent case wakes the unit with the time until which to contact', async () => {
  const { id, number } = await dispatched(units.housing, { urgency: 1 })
  expect(new Set(await lines(id))).toEqual(new Set(['urgentCase → housingHandler', 'caseDispatched → requester']))
  const words = await wordsOf(id, 'urgentCase', 'housingHandler')
  expect(words).toMatchObject({ number, due: await due(id, 'contact') })
})

test('a dispatch that was recalled before anybody was told stays untold', async () => {
  const { id } = await dispatched(units.housing)
  await does('dispatcher', id, 'recall', { text: '派错了' })
  expect(await lines(id)).toEqual([])
})

test('a reassignment is told to the new unit and to the requester', async () => {
  const { id } = await dispatched(units.housing)
  clock.advance(1_000)
  await does('dispatcher', id, 'reassign', { unit: units.greening, text: '属于绿化' })
  expect(await lines(id)).toEqual(['taskArrived → greeningHandler', 'caseDispatched → requester'])
})

test('a reply and a declined request reach the requester with a link to follow', async () => {
  const answered = await dispatched(units.housing)
  await does('housingHandler', answered.id, 'acknowledge')
  await does('housingHandler', answered.id, 'reply', { outcome: 'solved', text: '已经修好了。' })
  const link = `https://lianxin.example/follow?number=${answered.number}`
  expect(await wordsOf(answered.id, 'caseReplied', 'requester')).toEqual({ link })
  const declined = await filed()
  await does('agent', declined.id, 'decline', { text: '属于法院管辖' })
  expect(await lines(declined.id)).toEqual(['caseDeclined → requester'])
})

test('what is sent back is told to those who dispatch', async () => {
  const { id, number } = await dispatched(units.housing)
  await does('housingHandler', id, 'sendBack', { reason: 'notOurDuty', text: '不属本局职责' })
  expect((await lines(id)).slice(-2)).toEqual(['caseSentBack → dispatcher', 'caseSentBack → supervisor'])
  expect(await wordsOf(id, 'caseSentBack', 'dispatcher')).toMatchObject({ number, unit: { zh: '区住房建设局' } })
})

test('an extension is asked of those who decide; granted, the unit and the requester hear the later time', async () => {
  const { id, number } = await dispatched(units.housing)
  await does('housingHandler', id, 'acknowledge')
  await does('housingHandler', id, 'askExtension', { amount: 3, text: '需要采购灯具' })
  expect(await lines(id)).toEqual(['extensionAsked → dispatcher', 'extensionAsked → supervisor'])
  await does('dispatcher', id, 'approveExtension')
  expect((await lines(id)).slice(2)).toEqual(['caseExtended → requester', 'extensionDecided → housingHandler'])
  expect(await wordsOf(id, 'caseExtended', 'requester')).toEqual({ number, due: await due(id, 'handle') })
})

test('a refused extension, an urging and a redo reach the unit’s people', async () => {
  const { id } = await dispatched(units.housing)
  await does('housingHandler', id, 'acknowledge')
  await does('housingHandler', id, 'askExtension', { amount: 3, text: '需要采购灯具' })
  await does('dispatcher', id, 'refuseExtension', { text: '材料齐备' })
  await does('agent', id, 'urge', { text: '来电催问' })
  await does('housingHandler', id, 'reply', { outcome: 'solved', text: '已经修好了。' })
  await does('dispatcher', id, 'redo', { text: '灯又坏了' })
  const heard = (await lines(id)).filter((line) => line.endsWith('housingHandler'))
  expect(heard).toEqual(['extensionDecided', 'caseUrged', 'caseRedo'].map((each) => `${each} → housingHandler`))
})

test('reminders reach the unit while the clock runs; unacknowledged in time, the unit and the one above hear it', async () => {
  const { id, number } = await dispatched(units.housing)
  const acknowledge = await due(id, 'acknowledge')
  await fireUntil(acknowledge.instant)
  await fireUntil(new Date(Date.parse(acknowledge.instant) + 60_000).toISOString())
  const heard = await told(id)
  const ofAcknowledging = heard.filter(({ words }) => (words.clock as { zh?: string })?.zh === '签收时限')
  expect(ofAcknowledging).toEqual([
    {
      template: 'caseOverdue',
      to: 'housingHandler',
      words: { number, clock: { zh: '签收时限', en: 'Acknowledgement limit' }, due: acknowledge },
    },
  ])
  const above = heard.filter(({ to }) => to === 'leader')
  expect(above.map(({ template }) => template)).toEqual(['acknowledgedByDefault'])
  expect(above[0]!.words).toEqual({ number, unit: { zh: '区住房建设局', en: 'Housing Bureau' } })
})

test('a reminder says how much of which limit is gone', async () => {
  const { id, number } = await dispatched(units.housing)
  await does('housingHandler', id, 'contact', { reached: true, by: 'phone' })
  await fireUntil('2026-09-24T09:00:00+08:00')
  const words = await wordsOf(id, 'caseReminder', 'housingHandler')
  const label = { zh: '办理时限', en: 'Handling limit' }
  expect(words).toEqual({ number, clock: label, percent: 50, due: await due(id, 'handle') })
})

test('an overdue community case is told to its people and to the street, by its dispatcher where no supervisor is', async () => {
  const { id } = await dispatched(units.sunny)
  await does('sunnyWorker', id, 'contact', { reached: true, by: 'visit' })
  const handle = await due(id, 'handle')
  await fireUntil(handle.instant)
  const heard = await lines(id)
  expect(heard).toContain('caseOverdue → sunnyWorker')
  expect(heard.filter((line) => line.startsWith('escalated'))).toEqual(['escalated → bridgeDispatcher'])
})

test('a hidden requester is told too; one who wants a call or no answer, or has no mobile, gets no message', async () => {
  const hidden = await dispatched(units.housing, { hidden: true })
  expect(await lines(hidden.id)).toContain('caseDispatched → requester')
  const quiet = [{ answerBy: 'none' }, { answerBy: 'phone' }, { requester: { name: '李老师', phone: '0419-1234567' } }]
  for (const more of [...quiet, { requester: undefined }]) {
    const { id } = await dispatched(units.housing, more)
    expect(await lines(id)).toEqual(['taskArrived → housingHandler'])
  }
})

const planted = (columns: string, id: number) => rows(sql`update cases set ${sql.raw(columns)} where id = ${id}`)

test('a sealed case is told to confidential posts at the unit or above alone', async () => {
  const { id } = await filed()
  await rows(sql`insert into post (staff_id, unit_id, role, valid) values
    (${house.staff.greeningHandler}, ${units.housing}, 'confidential', '[2020-01-01,)')`)
  await does('dispatcher', id, 'dispatch', { unit: units.housing })
  await planted('sealed = true', id)
  expect(await lines(id)).toEqual(['taskArrived → greeningHandler', 'caseDispatched → requester'])
})

test('nobody of a unit that the case complains about hears of it, whatever else they are', async () => {
  const { id } = await dispatched(units.housing)
  await planted(`barred = '{[${units.housing},${units.housing}]}'`, id)
  expect(await lines(id)).toEqual(['caseDispatched → requester'])
})

test('of imported history and of what is long past nobody is told', async () => {
  const history = await dispatched(units.housing)
  await planted('history = true', history.id)
  expect(await lines(history.id)).toEqual([])
  const past = await dispatched(units.housing)
  clock.set('2026-09-21T10:00:00+08:00')
  expect(await lines(past.id)).toEqual([])
})

test('whoever has left is not told', async () => {
  await rows(sql`update staff set employed = '[2020-01-01,2026-09-18)' where id = ${house.staff.willowWorker}`)
  const { id } = await dispatched(units.willow)
  expect(await lines(id)).toEqual(['caseDispatched → requester'])
})
