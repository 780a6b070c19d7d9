import { sql } from 'kysely'
import { foundUnit, systemActor } from '#kernel/identity'
import { subjectTree } from '#module/hotline'
import type { Clock } from '#platform/clock'
import type { Database, Tx } from '#platform/database'
import { DISTRICT } from './district-row.ts'
import { centre, type DepartmentKey, departments, district, streets } from './organisation.ts'

/** The units of the demo district by the part they play. */
export interface DemoUnits {
  readonly district: number
  readonly centre: number
  readonly departments: Readonly<Record<DepartmentKey, number>>
  readonly streets: readonly DemoStreet[]
}

export interface DemoStreet {
  readonly id: number
  readonly communities: readonly DemoCommunity[]
}

export interface DemoCommunity {
  readonly id: number
  readonly street: number
  readonly zh: string
}

export const FOUNDED = '2005-03-01'

/** Its units, as of its founding, and the tree of subjects. */
export async function foundUnits(database: Database, clock: Clock): Promise<DemoUnits> {
  return await database.as('worker', { district: DISTRICT }, async (tx) => {
    await plantSubjects(tx)
    const found: Found = (kind, parent, zh, en, code) =>
      foundUnit(
        tx,
        systemActor(DISTRICT),
        { kind, parent, name: { zh, en }, ...(code && { code }), from: FOUNDED },
        clock,
      )
    const root = await found('district', null, district.zh, district.en, district.code)
    const offices: Record<string, number> = {}
    for (const [key, [zh, en]] of Object.entries(departments))
      offices[key] = await found('department', root, `${district.zh}${zh}`, `Yunlan ${en}`)
    return {
      district: root,
      centre: await found('centre', root, centre.zh, centre.en),
      departments: offices as DemoUnits['departments'],
      streets: await foundStreets(found, root),
    }
  })
}

type Kind = Parameters<typeof foundUnit>[2]['kind']
type Found = (kind: Kind, parent: number | null, zh: string, en: string, code?: string) => Promise<number>

const place = (number: number) => String(number + 1).padStart(3, '0')

async function foundStreets(found: Found, root: number): Promise<DemoStreet[]> {
  const made: DemoStreet[] = []
  for (const [at, { name, communities }] of streets.entries()) {
    const code = district.code + place(at)
    const street = await found('street', root, `${name[0]}街道`, `${name[1]} Street`, code)
    const below: DemoCommunity[] = []
    for (const [nth, [zh, en]] of communities.entries()) {
      const id = await found('community', street, `${zh}社区`, `${en} Community`, code + place(nth))
      below.push({ id, street, zh })
    }
    made.push({ id: street, communities: below })
  }
  return made
}

async function plantSubjects(tx: Tx): Promise<void> {
  const rows = JSON.stringify(subjectTree.map(({ code, parent, name }) => ({ code, parent, name })))
  await sql`
    insert into subject (code, parent, name)
    select code, parent, name from jsonb_to_recordset(${rows}::jsonb) s(code text, parent text, name jsonb)`.execute(tx)
}
