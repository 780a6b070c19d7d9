import { systemActor } from '#kernel/identity'
import { creditCode, foundHousehold, type PeopleWork, registerPerson } from '#kernel/people'
import type { Clock } from '#platform/clock'
import type { Vault } from '#platform/crypto'
import type { Database } from '#platform/database'
import { DISTRICT } from './district-row.ts'
import { Names } from './names.ts'
import type { Estate } from './places.ts'
import type { Random } from './random.ts'

/** Somebody of the district who may call. */
export interface Resident {
  readonly id: number
  readonly name: string
  readonly phone: string
  readonly estate: Estate
  readonly address: string
}

export const RESIDENTS = 300
const organisations = ['云澜区晴川超市', '云澜区小满早餐店', '云澜区拾光幼儿园', '云澜区远帆物业服务有限公司']
const dialects = ['江边话', '山里话']

/** Telephones that belong to nobody: 138-0000- and a running number. */
const phoneOf = (number: number) => `1380000${String(number).padStart(4, '0')}`

/** Residents in households of one, two or three generations, and some organisations. */
export async function registerResidents(
  { database, vault, clock, random }: { database: Database; vault: Vault; clock: Clock; random: Random },
  estates: readonly Estate[],
): Promise<Resident[]> {
  const names = new Names(random)
  return await database.as('worker', { district: DISTRICT }, async (tx) => {
    const work = { tx, vault, actor: systemActor(DISTRICT), at: clock.now() }
    const residents: Resident[] = []
    for (let number = 1; number <= RESIDENTS; number++) {
      const estate = estates[number % estates.length]!
      residents.push(await register(work, random, { number, name: names.next(), estate }))
      if (number % 6 === 1) await household(work, residents.at(-1)!, names)
    }
    for (const [at, name] of organisations.entries()) await registerPerson(work, organisation(name, at, estates[at]!))
    return residents
  })
}

async function register(
  work: PeopleWork,
  random: Random,
  { number, name, estate }: { number: number; name: string; estate: Estate },
): Promise<Resident> {
  const phone = phoneOf(number)
  const { id } = await registerPerson(work, {
    kind: 'person',
    name,
    unit: estate.community.id,
    phones: [{ number: phone }],
    channel: random.pick(['phone', 'phone', 'sms'] as const),
    ...(number % 5 === 0 && { formOfAddress: `${name[0]}${random.pick(['阿姨', '大爷', '师傅', '老师'])}` }),
    ...(number % 11 === 0 && {
      flags: [random.pick(['livesAlone', 'allowance', 'pregnant', 'servicemanFamily', 'oxygen'])],
    }),
    ...(number % 15 === 0 && { dialect: random.pick(dialects) }),
    ...(number % 30 === 0 && { deaf: true, flags: ['disabled'], channel: 'sms' as const }),
    ...(number % 25 === 0 && { wheelchair: true, flags: ['disabled'] }),
  })
  const address = `${estate.name}${random.whole(1, 2)}号楼${random.whole(1, 4)}单元${random.whole(1, 6)}0${random.whole(1, 3)}`
  return { id, name, phone, estate, address }
}

/** The resident's home, with somebody who shares the telephone. */
async function household(work: PeopleWork, { id, phone, estate, address }: Resident, names: Names): Promise<void> {
  const home = await foundHousehold(work, { head: id, address, place: estate.id, unit: estate.community.id })
  const shared = { unit: estate.community.id, household: home.id, phones: [{ number: phone, label: '家里' }] }
  await registerPerson(work, { kind: 'person', name: names.next(), relation: '配偶', ...shared })
}

const SIGNS = '0123456789ABCDEFGHJKLMNPQRTUWXY'

function organisation(name: string, at: number, { community }: Estate) {
  const body = `91909677MA0DEM${at}0X`.slice(0, 17)
  const code = [...SIGNS].map((check) => creditCode(body + check)).find((whole) => whole !== null)
  return {
    kind: 'organisation' as const,
    name,
    unit: community.id,
    phones: [{ number: phoneOf(9000 + at) }],
    ...(code && { creditCode: code }),
  }
}
