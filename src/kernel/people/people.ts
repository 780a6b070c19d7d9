import { type RawBuilder, sql } from 'kysely'
import type { Static } from 'typebox'
import type { Vault } from '#platform/crypto'
import type { Tx } from '#platform/database'
import { refuse } from '#platform/errors'
import { queryTokens } from '#platform/text-query'
import type { Person } from './contract.ts'
import { identityNumber } from './identity-number.ts'
import { maskIdentity, maskPhone } from './mask.ts'
import { isMobile, phoneNumber } from './phone.ts'
import { creditCode } from './uscc.ts'

export type PersonView = Static<typeof Person>

interface Row extends Omit<PersonView, 'phones'> {
  readonly last4: string | null
  readonly phones: readonly { id: number; sealed: string; label: string | null; verified: boolean }[]
}

/** Everybody on a telephone whom the reader may see; nobody where it is no telephone. */
export async function findByPhone(tx: Tx, vault: Vault, typed: string): Promise<PersonView[]> {
  const phone = phoneNumber(typed)
  if (phone === null) return []
  return await select(
    tx,
    vault,
    sql`p.id in (select person_id from person_phone where lookup = ${vault.lookup(phone)})`,
  )
}

/** People by telephone, identity number, credit code, last four digits of either number, or part of the name. */
export async function findPeople(tx: Tx, vault: Vault, typed: string, limit = 20): Promise<PersonView[]> {
  const phone = phoneNumber(typed)
  if (phone !== null) return await findByPhone(tx, vault, phone)
  const condition = byNumber(vault, typed.normalize('NFKC').trim())
  if (condition) return await select(tx, vault, condition, limit)
  const { groups } = queryTokens(typed)
  return await select(tx, vault, sql`p.id in (select search_people(${groups}, ${limit}))`, limit)
}

function byNumber(vault: Vault, text: string): RawBuilder<unknown> | null {
  const identity = identityNumber(text)
  if (identity !== null) return sql`p.identity_lookup = ${vault.lookup(identity)}`
  const code = creditCode(text)
  if (code !== null) return sql`p.uscc = ${code}`
  if (!/^\d{3}[\dXx]$/.test(text)) return null
  const last4 = text.toUpperCase()
  return sql`(p.identity_last4 = ${last4} or p.id in (select person_id from person_phone where last4 = ${last4}))`
}

/** One person with numbers masked, where the reader may know them. */
export async function findPerson(tx: Tx, vault: Vault, id: number): Promise<PersonView | undefined> {
  return (await select(tx, vault, sql`p.id = ${id}`, 1))[0]
}

/** One person with numbers masked. @throws Refusal not-found */
export async function getPerson(tx: Tx, vault: Vault, id: number): Promise<PersonView> {
  const found = await findPerson(tx, vault, id)
  if (!found) throw refuse('not-found')
  return found
}

/** The ids of everybody on a telephone, for a resident who has just proved to hold it: nothing else is told. */
export async function personsOnPhone(tx: Tx, vault: Vault, typed: string): Promise<number[]> {
  const phone = phoneNumber(typed)
  if (phone === null) return []
  const { rows } = await sql<{ id: number }>`select id from persons_on_phone(${vault.lookup(phone)}) f(id)`.execute(tx)
  return rows.map(({ id }) => id)
}

async function select(tx: Tx, vault: Vault, condition: RawBuilder<unknown>, limit = 50): Promise<PersonView[]> {
  const { rows } = await sql<Row>`
    select p.id, p.version, p.kind, p.name, p.form_of_address as "formOfAddress", p.language, p.channel, p.dialect, p.deaf,
      p.wheelchair, p.flags, p.notes, p.unit_id as unit, p.relation, p.identity_last4 as last4, p.uscc as "creditCode",
      (select coalesce(jsonb_agg(jsonb_build_object('id', f.id, 'sealed', encode(f.sealed, 'base64'), 'label', f.label,
          'verified', f.verified_at is not null) order by f.id), '[]')
        from person_phone f where f.person_id = p.id) as phones,
      (select jsonb_build_object('id', h.id, 'address', h.address, 'place', h.place_id, 'head', h.head_id, 'members', (
          select coalesce(jsonb_agg(jsonb_build_object('id', m.id, 'name', m.name, 'relation', m.relation) order by m.id), '[]')
          from person m where m.household_id = h.id))
        from household h where h.id = p.household_id) as household
    from person p where ${condition} order by length(p.name), p.id desc limit ${limit}`.execute(tx)
  return rows.map((row) => viewOf(vault, row))
}

function viewOf(vault: Vault, { last4, phones, ...row }: Row): PersonView {
  const shown = phones.map(({ sealed, ...phone }) => {
    const number = vault.openText(Buffer.from(sealed, 'base64'))
    return { ...phone, masked: maskPhone(number), mobile: isMobile(number) }
  })
  return { ...row, identity: last4 === null ? null : maskIdentity(last4), phones: shown }
}
