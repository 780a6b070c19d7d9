import { sql } from 'kysely'
import { isMobile } from '#kernel/people'
import type { Vault } from '#platform/crypto'
import type { Tx } from '#platform/database'
import type { Language } from '#platform/http'
import type { ChannelName } from './templates.ts'

export interface Addressee {
  readonly channel: ChannelName
  readonly staffId: number | null
  readonly personId: number | null
}

/** Where somebody is reached on a channel: more than one place only for phones to wake. */
export interface Reachable {
  readonly addresses: readonly string[]
  readonly language?: Language
}

/** The addresses of today of a person or a member of staff; none where the channel does not reach them. Worker scope. */
export async function addressesOf(tx: Tx, vault: Vault, to: Addressee): Promise<Reachable> {
  if (to.channel === 'sms' && to.personId !== null) return await mobilesOf(tx, vault, to.personId)
  if (to.channel === 'sms' && to.staffId !== null) return { addresses: await staffMobile(tx, to.staffId) }
  if (to.channel === 'webPush' && to.staffId !== null) return { addresses: await phonesToWake(tx, vault, to.staffId) }
  return { addresses: [] }
}

async function mobilesOf(tx: Tx, vault: Vault, person: number): Promise<Reachable> {
  const { rows } = await sql<{ sealed: Buffer; language: Language }>`
    select f.sealed, p.language from person p join person_phone f on f.district_id = p.district_id and f.person_id = p.id
    where p.district_id = app_district() and p.id = ${person}
    order by f.verified_at desc nulls last, f.id`.execute(tx)
  const mobile = rows.map(({ sealed }) => vault.openText(sealed)).find(isMobile)
  return { addresses: mobile ? [mobile] : [], language: rows[0]?.language }
}

async function staffMobile(tx: Tx, staff: number): Promise<string[]> {
  const { rows } = await sql<{ phone: string | null }>`
    select phone from staff where district_id = app_district() and id = ${staff}`.execute(tx)
  return rows.flatMap(({ phone }) => (phone && isMobile(phone) ? [phone] : []))
}

async function phonesToWake(tx: Tx, vault: Vault, staff: number): Promise<string[]> {
  const { rows } = await sql<{ sealed: Buffer }>`
    select sealed from push_subscription where district_id = app_district() and staff_id = ${staff} order by id`.execute(
    tx,
  )
  return rows.map(({ sealed }) => vault.openText(sealed))
}
