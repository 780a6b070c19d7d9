import { sql } from 'kysely'
import { expect, test } from 'vitest'
import { peopleOfCast } from './fixture-people.ts'
import { lookedAt, looksAt } from './looks.ts'
import { registerPerson } from './register-person.ts'
import { unmask } from './unmask.ts'

const { cast, clock, as, asResident } = await peopleOfCast()
const refused = (id: string) => expect.objectContaining({ id })
const phones = [{ number: '13900001111' }, { number: '13900002222' }]
const { id: person } = await as('agent', (work) =>
  registerPerson(work, {
    kind: 'person',
    name: '张晓梅',
    unit: cast.units.sunny,
    identity: '11010519491231002X',
    phones,
  }),
)
const purpose = '联系诉求人核实情况'
const looks = () => as('auditAdministrator', ({ tx }) => looksAt(tx, 'person', person))

test('a number is shown in full for a stated purpose, and who saw what and why is recorded', async () => {
  clock.set('2026-03-02T02:00:00Z')
  expect(await as('sunnyWorker', (work) => unmask(work, { person, field: 'identity', purpose }))).toBe(
    '11010519491231002X',
  )
  expect(await as('sunnyWorker', (work) => unmask(work, { person, field: 'phone', purpose }))).toBe('13900001111')
  const [phone, identity] = await looks()
  expect(phone).toEqual({
    staff: { id: cast.staff.sunnyWorker, name: { zh: '向晚晴', en: 'Xiang Wanqing' } },
    what: 'phone',
    purpose,
    at: clock.now(),
  })
  expect(identity).toMatchObject({ what: 'identity' })
})

test('without a purpose, out of reach or where nothing is recorded, no number is shown', async () => {
  await expect(as('agent', (work) => unmask(work, { person, field: 'identity', purpose: '  ' }))).rejects.toEqual(
    refused('people.purpose'),
  )
  await expect(as('willowWorker', (work) => unmask(work, { person, field: 'identity', purpose }))).rejects.toEqual(
    refused('not-found'),
  )
  await expect(
    as('agent', (work) => unmask(work, { person, field: 'phone', phone: 999_999, purpose })),
  ).rejects.toEqual(refused('people.nothing-there'))
})

test('the look is recorded before the value is read: where it cannot be recorded, nothing is shown', async () => {
  const before = (await looks()).length
  const broken = as('agent', (work) =>
    unmask({ ...work, actor: { ...work.actor, id: null } }, { person, field: 'identity', purpose }),
  )
  await expect(broken).rejects.toThrow()
  expect(await looks()).toHaveLength(before)
})

test('the record of looks is read by the audit administrator alone and changed by nobody', async () => {
  await as('agent', ({ tx, actor, at }) =>
    lookedAt(tx, actor, { subject: 'person', subjectId: person, what: 'open' }, at),
  )
  expect((await looks())[0]).toMatchObject({ what: 'open', purpose: null })
  expect(await as('leader', ({ tx }) => looksAt(tx, 'person', person))).toEqual([])
  await expect(as('auditAdministrator', ({ tx }) => sql`delete from access_log`.execute(tx))).rejects.toThrow(
    /permission denied/,
  )
  await expect(asResident([person], ({ tx }) => looksAt(tx, 'person', person))).rejects.toThrow(/permission denied/)
})

test('residents who look at their own are not recorded', async () => {
  const before = (await looks()).length
  await asResident([person], ({ tx, actor, at }) =>
    lookedAt(tx, actor, { subject: 'person', subjectId: person, what: 'open' }, at),
  )
  expect(await looks()).toHaveLength(before)
})
