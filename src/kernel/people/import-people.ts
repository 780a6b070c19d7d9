import { districtDate, unitTree } from '#kernel/identity'
import type { ImportReport } from '#platform/import-report'
import { importRows, type RowOutcome } from '#platform/import-rows'
import type { SheetRow } from '#platform/sheet'
import { changePerson } from './change-person.ts'
import { foundHousehold } from './households.ts'
import { linkPhone } from './link-phone.ts'
import { findByPhone, findPeople, getPerson, type PersonView } from './people.ts'
import { isHead, type PeopleCells, type PeopleKey, type PersonOfRow, personOfRow } from './people-sheet.ts'
import { permitImport } from './permit.ts'
import { registerPerson } from './register-person.ts'
import type { PeopleWork } from './work.ts'

/** Households of this sheet by their number there. */
type Households = Map<string, number>

/**
 * Registers the people of a sheet with their telephones and households. Who is known already, by number or by telephone
 * and name, is completed; empty cells take nothing away. @throws Refusal not-allowed
 */
export async function importPeople(work: PeopleWork, rows: readonly SheetRow<PeopleKey>[]): Promise<ImportReport> {
  permitImport(work.actor)
  const units = await unitTree(work.tx, await districtDate(work.tx, work.at))
  const households: Households = new Map()
  const { language } = work.actor
  // The head's row founds the household, wherever it stands.
  const ordered = [...rows].sort((a, b) => Number(isHead(b.cells)) - Number(isHead(a.cells)))
  return await importRows(work.tx, ordered, { language, label: 'name' }, async (cells) => {
    const input = personOfRow(units, cells)
    const known = await findKnown(work, input)
    const outcome = known ? await complete(work, known, input) : 'added'
    const id = known?.id ?? (await registerPerson(work, input)).id
    return (await settle(work, households, { id, cells })) && outcome === 'same' ? 'changed' : outcome
  })
}

async function findKnown(
  { tx, vault }: PeopleWork,
  { name, identity, creditCode, phones = [] }: PersonOfRow,
): Promise<PersonView | undefined> {
  const number = identity ?? creditCode
  if (number) return (await findPeople(tx, vault, number)).find((person) => person.identity ?? person.creditCode)
  for (const phone of phones) {
    const same = (await findByPhone(tx, vault, phone.number)).find((person) => person.name === name)
    if (same) return same
  }
  return undefined
}

async function complete(work: PeopleWork, known: PersonView, input: PersonOfRow): Promise<RowOutcome> {
  const { kind: _, phones = [], identity, ...wanted } = input
  const fields = Object.entries(wanted).filter(
    ([field, value]) => JSON.stringify(value) !== JSON.stringify(known[field as keyof PersonView]),
  )
  // A number by which the person was found is there; one that is given beside a telephone is new.
  const change = { ...Object.fromEntries(fields), ...(identity && known.identity === null && { identity }) }
  const before = known.phones.length
  for (const phone of phones) await linkPhone(work, known.id, phone)
  const after = (await getPerson(work.tx, work.vault, known.id)).phones.length
  if (Object.keys(change).length === 0) return after === before ? 'same' : 'changed'
  await changePerson(work, known.id, known.version, change)
  return 'changed'
}

/** Puts the person of a row into its household. @returns whether that changed anything */
async function settle(
  work: PeopleWork,
  households: Households,
  { id, cells }: { id: number; cells: PeopleCells },
): Promise<boolean> {
  const number = cells.household
  if (!number) return false
  const { household, version, relation } = await getPerson(work.tx, work.vault, id)
  const joined = households.get(number)
  if (joined === undefined) {
    const own = household?.head === id ? household.id : null
    households.set(number, own ?? (await foundHousehold(work, { head: id, address: cells.address })).id)
    return own === null
  }
  const wanted = isHead(cells) ? null : (cells.relation ?? null)
  if (household?.id === joined && relation === wanted) return false
  await changePerson(work, id, version, { household: joined, relation: wanted })
  return true
}
