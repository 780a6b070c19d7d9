import { sql } from 'kysely'
import { afterAll, expect, test } from 'vitest'
import { openHouse } from '#test/hotline-house'
import { caseOfReceipt, holderOf } from './follow.ts'
import { publications } from './published.ts'
import { followedCase } from './requester-view.ts'

const house = await openHouse()
afterAll(() => house.close())
const { units, does, files, rows } = house

test('a request travels district, street, community and back, and is shown redacted to the public', async () => {
  const filed = await files()
  const { id } = filed
  await does('dispatcher', id, 'dispatch', { unit: units.bridgeStreet, note: '请尽快' })
  await does('bridgeDispatcher', id, 'forward', { unit: units.sunny })
  await does('sunnyWorker', id, 'acknowledge')
  await does('sunnyWorker', id, 'contact', { reached: true, by: 'phone', note: '约下午上门' })
  await does('sunnyWorker', id, 'reply', { outcome: 'solved', text: '已更换3号楼楼道灯，谢谢您的反映。' })
  await does('agent', id, 'followUp', { reached: true, solved: true, satisfaction: '5' })
  await does('agent', id, 'close')
  await does('dispatcher', id, 'proposePublication', {
    title: '楼道灯不亮',
    request: '某小区楼道灯坏了。',
    reply: '已更换。',
  })
  expect((await publications(house, 1, {})).rows).toEqual([])
  await does('reviewer', id, 'releasePublication')

  const published = await publications(house, 1, {})
  expect(published.rows).toMatchObject([
    { number: filed.number, title: '楼道灯不亮', community: { zh: '向阳社区' }, withinLimit: true, satisfaction: 5 },
  ])

  const seen = await followedCase(house, holderOf(1, await caseOfReceipt(house, 1, filed.number, filed.receipt!), 'zh'))
  expect(seen).toMatchObject({
    stateLabel: { zh: '已办结' },
    reply: '已更换3号楼楼道灯，谢谢您的反映。',
    mayRate: true,
  })
  expect(seen.steps.map((step) => step.label.zh)).toEqual([
    '受理',
    '派单',
    '转派下级',
    '签收',
    '联系诉求人',
    '答复诉求人',
    '回访',
    '办结',
  ])
})

test('a case opens to its own receipt only: a wrong code, another number and no number are refused in the same words', async () => {
  const [mine, other] = [await files(), await files()]
  const attempts = [
    [mine.number, 'AAAA2222'],
    [mine.number, other.receipt!],
    [other.number, mine.receipt!],
    ['12', mine.receipt!],
  ] as const
  for (const [number, code] of attempts) {
    await expect(caseOfReceipt(house, 1, number, code)).rejects.toMatchObject({ id: 'hotline.wrong-receipt' })
  }
  const typed = `${mine.receipt!.slice(0, 4).toLowerCase()} ${mine.receipt!.slice(4)}`
  expect(await caseOfReceipt(house, 1, mine.number, typed)).toBe(mine.id)
})

test('the handling limit of 7 working days is counted over the make-up day and Mid-Autumn', async () => {
  const { id } = await files()
  await does('dispatcher', id, 'dispatch', { unit: units.housing })
  const [clock] = await rows(sql<{ due_at: Date }>`select due_at from clock where case_id = ${id} and name = 'handle'`)
  expect(clock!.due_at.toISOString()).toBe('2026-09-29T09:30:00.000Z')
})

test('what the events say folds to what the row holds', async () => {
  const cases = await rows(sql<Record<string, unknown>>`select * from cases`)
  expect(cases.length).toBeGreaterThan(0)
  for (const row of cases) {
    const events = await rows(
      sql<{
        data: { set?: Record<string, unknown> }
      }>`select data from event where subject = 'case' and subject_id = ${row.id} order by seq`,
    )
    const folded = Object.assign({}, ...events.map((event) => event.data.set ?? {}))
    for (const [column, value] of Object.entries(folded)) {
      const held = row[column] instanceof Date ? (row[column] as Date).toISOString() : row[column]
      expect(held, `${column} of case ${row.id}`).toEqual(value)
    }
    expect(events.length).toBe(row.version)
  }
})
