import { randomBytes } from 'node:crypto'
import { sql } from 'kysely'
import { expect, test } from 'vitest'
import { Vault } from '#platform/crypto'
import { changePerson } from './change-person.ts'
import { peopleOfCast } from './fixture-people.ts'
import { foundHousehold } from './households.ts'
import { confirmPhone, linkPhone, unlinkPhone } from './link-phone.ts'
import { findByPhone, findPeople, getPerson, personsOnPhone } from './people.ts'
import { registerPerson } from './register-person.ts'
import { type RekeyMark, rekeyPeople } from './rekey-people.ts'

const { cast, other, database, vault, as, asResident } = await peopleOfCast()
const { units } = cast
const refused = (id: string) => expect.objectContaining({ id })

const meiId = await as('agent', async (work) => {
  const phones = [{ number: '139 0000 1111' }, { number: '0419-2223333', label: '家里' }]
  const identity = '11010519491231002X'
  const { id } = await registerPerson(work, {
    kind: 'person',
    name: '张晓梅',
    formOfAddress: '张阿姨',
    unit: units.sunny,
    identity,
    phones,
    dialect: '东北话',
    flags: ['livesAlone'],
  })
  return id
})

test('a person is shown with every number masked', async () => {
  const person = await as('agent', ({ tx }) => getPerson(tx, vault, meiId))
  expect(person).toMatchObject({
    id: meiId,
    version: 1,
    name: '张晓梅',
    formOfAddress: '张阿姨',
    flags: ['livesAlone'],
    identity: '**************002X',
    household: null,
  })
  expect(person.phones).toMatchObject([
    { masked: '139****1111', mobile: true, verified: false, label: null },
    { masked: '041****3333', mobile: false, label: '家里' },
  ])
})

test('nothing in the tables shows a number that is sealed', async () => {
  const { rows } = await database.as('worker', { district: 1 }, (tx) =>
    sql<{ all: string }>`
    select string_agg(t.r, '') as all from (select person::text as r from person union all select person_phone::text from person_phone
      union all select event::text from event) t`.execute(tx),
  )
  for (const number of ['11010519491231002', '13900001111', '04192223333']) {
    expect(rows[0]!.all).not.toContain(number)
    expect(rows[0]!.all).not.toContain(Buffer.from(number).toString('hex'))
  }
})

test('a person is found by telephone, identity number, last four digits and part of the name', async () => {
  for (const typed of ['+86 13900001111', '110105194912310 02x', '1111', '002x', '晓梅', '张']) {
    const found = await as('agent', ({ tx }) => findPeople(tx, vault, typed))
    expect(
      found.map(({ id }) => id),
      typed,
    ).toContain(meiId)
  }
  for (const typed of ['13900001112', '9999', '李', '，']) {
    expect(await as('agent', ({ tx }) => findPeople(tx, vault, typed)), typed).toEqual([])
  }
})

test('several people on one telephone are all told, and one can be taken off again', async () => {
  const { id, phone } = await as('agent', async (work) => {
    const { id } = await registerPerson(work, { kind: 'person', name: '张卫国', unit: units.sunny })
    const phone = await linkPhone(work, id, { number: '13900001111', label: '女儿' })
    expect(await linkPhone(work, id, { number: '139-0000-1111' })).toBe(phone)
    return { id, phone }
  })
  const onIt = () =>
    as('agent', async ({ tx }) => (await findByPhone(tx, vault, '13900001111')).map((person) => person.id))
  expect((await onIt()).sort()).toEqual([meiId, id].sort())
  await as('agent', (work) => unlinkPhone(work, id, phone))
  expect(await onIt()).toEqual([meiId])
  await expect(as('agent', (work) => unlinkPhone(work, id, phone))).rejects.toEqual(refused('not-found'))
})

test('a resident is known to their community, its street and the service centre, and to no other', async () => {
  const sees = async (who: Parameters<typeof as>[0]) =>
    (await as(who, ({ tx }) => findByPhone(tx, vault, '13900001111'))).length > 0
  for (const who of ['sunnyWorker', 'bridgeHandler', 'agent', 'dispatcher', 'leader'] as const)
    expect(await sees(who), who).toBe(true)
  for (const who of [
    'willowWorker',
    'riverHandler',
    'housingHandler',
    'systemAdministrator',
    'auditAdministrator',
  ] as const) {
    expect(await sees(who), who).toBe(false)
  }
  expect(await as('agent', ({ tx }) => findByPhone(tx, vault, '13900001111'), other)).toEqual([])
  await expect(as('willowWorker', (work) => changePerson(work, meiId, 1, { notes: 'x' }))).rejects.toEqual(
    refused('not-found'),
  )
  await expect(as('willowWorker', (work) => linkPhone(work, meiId, { number: '13900001234' }))).rejects.toMatchObject({
    code: '42501',
  })
})

test('a unit that comes to share a case knows the person from then on', async () => {
  const { id } = await as('agent', (work) =>
    registerPerson(work, { kind: 'person', name: '孙共案', unit: units.sunny }),
  )
  const find = () => as('housingHandler', ({ tx }) => findPeople(tx, vault, '孙共案'))
  expect(await find()).toEqual([])
  await as('dispatcher', ({ tx }) => sql`select widen_person(${id}, ${[units.housing]})`.execute(tx))
  expect(await find()).toHaveLength(1)
})

test('whose home is unknown belongs to the whole district; who moves away is still known where they lived', async () => {
  const { id } = await as('sunnyWorker', (work) => registerPerson(work, { kind: 'person', name: '周无址' }))
  const find = (who: Parameters<typeof as>[0]) => as(who, ({ tx }) => findPeople(tx, vault, '周无址'))
  expect(await find('sunnyWorker')).toHaveLength(1)
  expect(await find('dispatcher')).toHaveLength(1)
  expect(await find('riversideWorker')).toHaveLength(0)
  await as('dispatcher', (work) => changePerson(work, id, 1, { unit: units.willow }))
  await as('dispatcher', (work) => changePerson(work, id, 2, { unit: units.riverside }))
  for (const who of ['sunnyWorker', 'willowWorker', 'riversideWorker'] as const)
    expect(await find(who), who).toHaveLength(1)
})

test('a change needs the version that was seen, and its event names fields but no content', async () => {
  const { id } = await as('agent', (work) => registerPerson(work, { kind: 'person', name: '赵改', unit: units.sunny }))
  const double = as('agent', (work) => changePerson(work, id, 1, { identity: '11010519491231002X' }))
  await expect(double).rejects.toEqual(refused('people.identity-taken'))
  expect(await as('agent', (work) => changePerson(work, id, 1, { name: '赵改一', deaf: true }))).toEqual({
    id,
    version: 2,
  })
  await expect(as('agent', (work) => changePerson(work, id, 1, { deaf: false }))).rejects.toEqual(
    refused('changed-meanwhile'),
  )
  expect(await as('agent', ({ tx }) => findPeople(tx, vault, '改一'))).toMatchObject([{ id, deaf: true, version: 2 }])
  const { rows } = await as('agent', ({ tx }) =>
    sql`select verb, data from event where subject = 'person' and subject_id = ${id} order by seq`.execute(tx),
  )
  expect(rows).toEqual([
    { verb: 'register', data: { kind: 'person' } },
    { verb: 'change', data: { fields: ['name', 'deaf'] } },
  ])
})

test('misread numbers, doubles and numbers of the wrong kind are refused with what to do', async () => {
  const register = (input: object) =>
    as('agent', (work) => registerPerson(work, { kind: 'person', name: '甲', ...input }))
  const firm = { kind: 'organisation', name: '星河物业有限公司' }
  await expect(register({ identity: '110105194912310021' })).rejects.toEqual(refused('people.bad-identity'))
  await expect(register({ phones: [{ number: '12345' }] })).rejects.toEqual(refused('people.bad-phone'))
  await expect(register({ identity: '11010519491231002X' })).rejects.toEqual(refused('people.identity-taken'))
  await expect(register({ creditCode: '914403001922038216' })).rejects.toEqual(refused('people.not-for-persons'))
  await expect(register({ ...firm, creditCode: '914403001922038217' })).rejects.toEqual(
    refused('people.bad-credit-code'),
  )
  await expect(register({ ...firm, identity: '11010519491231002X' })).rejects.toEqual(
    refused('people.not-for-organisations'),
  )
  await expect(register({ household: 999_999 })).rejects.toEqual(refused('people.no-such-household'))
  const { id } = await register({ ...firm, creditCode: '9144 0300 1922 0382 16' })
  expect(await as('agent', ({ tx }) => findPeople(tx, vault, '914403001922038216'))).toMatchObject([
    { id, kind: 'organisation' },
  ])
  await expect(register({ ...firm, creditCode: '914403001922038216' })).rejects.toEqual(
    refused('people.credit-code-taken'),
  )
})

test('a household shows its head and members with their relation', async () => {
  const household = await as('sunnyWorker', async (work) => {
    const { id: son } = await registerPerson(work, { kind: 'person', name: '张小军', unit: units.sunny })
    const { id } = await foundHousehold(work, { head: meiId, address: '示范小区3号楼' })
    await changePerson(work, son, 1, { household: id, relation: '子' })
    return id
  })
  const { household: shown } = await as('sunnyWorker', ({ tx }) => getPerson(tx, vault, meiId))
  expect(shown).toMatchObject({
    id: household,
    head: meiId,
    address: '示范小区3号楼',
    members: [
      { name: '张晓梅', relation: null },
      { name: '张小军', relation: '子' },
    ],
  })
  await expect(
    as('willowWorker', (work) => registerPerson(work, { kind: 'person', name: '外人', household })),
  ).rejects.toEqual(refused('people.no-such-household'))
})

test('a resident without an account registers unseen, proves the telephone, and then sees themselves alone', async () => {
  const { id } = await asResident([], (work) =>
    registerPerson(work, { kind: 'person', name: '新居民', phones: [{ number: '13911112222' }] }),
  )
  const names = (persons: number[]) =>
    asResident(persons, async ({ tx }) => (await sql<{ name: string }>`select name from person`.execute(tx)).rows)
  expect(await names([])).toEqual([])
  expect(await asResident([], ({ tx }) => personsOnPhone(tx, vault, '139 1111 2222'))).toEqual([id])
  expect(await asResident([], ({ tx }) => personsOnPhone(tx, vault, 'nonsense'))).toEqual([])
  expect(await names([id])).toEqual([{ name: '新居民' }])
  await asResident([id], (work) => confirmPhone(work, '13911112222'))
  expect(await asResident([id], ({ tx }) => getPerson(tx, vault, id))).toMatchObject({ phones: [{ verified: true }] })
  await asResident([id], ({ tx }) => sql`update person set language = 'en'`.execute(tx))
  await expect(asResident([id], ({ tx }) => sql`update person set unit_id = 1`.execute(tx))).rejects.toThrow(
    /permission/,
  )
  await expect(asResident([id], ({ tx }) => sql`update person_phone set lookup = 'x'`.execute(tx))).rejects.toThrow(
    /permission/,
  )
})

test('after a change of key everything is sealed anew, in batches, and is found and read as before', async () => {
  const keys = {
    keys: { b: randomBytes(32).toString('base64') },
    currentKey: 'b',
    lookupKey: randomBytes(32).toString('base64'),
  }
  const next = new Vault(keys)
  // The old vault opens, the new one seals: as one vault would with both keys.
  const both = Object.assign(Object.create(next) as Vault, {
    rekey: (sealed: Buffer) => (sealed.toString('latin1', 3, 4) === 'b' ? null : next.seal(vault.open(sealed))),
  })
  const pass = async () => {
    for (let mark: RekeyMark | null = { table: 0, id: 0 }; mark; )
      mark = await database.as('worker', { district: 1 }, (tx) => rekeyPeople(tx, both, mark, 2))
  }
  await pass()
  const { rows } = await database.as('worker', { district: 1 }, (tx) =>
    sql<{ sealed: Buffer }>`
    select identity_sealed as sealed from person where identity_sealed is not null union all select sealed from person_phone`.execute(
      tx,
    ),
  )
  expect(rows.length).toBeGreaterThan(2)
  const opened = rows.map(({ sealed }) => next.openText(sealed))
  expect(opened).toContain('11010519491231002X')
  expect(opened).toContain('13911112222')
})
