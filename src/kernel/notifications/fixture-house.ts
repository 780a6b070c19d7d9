import type pg from 'pg'
import { afterAll } from 'vitest'
import { settableClock } from '#platform/clock'
import { Vault } from '#platform/crypto'
import { Database, type Tx } from '#platform/database'
import { makeLog } from '#platform/log'
import { testDatabase } from '#test/database'
import { connectOwner } from '../../platform/migrate-connection.ts'
import type { Channels } from './channel.ts'
import { makeNotify } from './notify.ts'
import type { SendingHouse } from './sending-house.ts'

export const DISTRICT = 1
/** Monday, 10:00 in Shanghai. */
export const MORNING = '2026-03-02T02:00:00Z'

export interface NotificationRow {
  readonly id: number
  readonly channel: string
  readonly status: string
  readonly reason: string | null
  readonly urgent: boolean
  readonly due_at: Date
  readonly expires_at: Date | null
}

/** A district with two members of staff and a resident, and a house that sends through the given channels. */
export async function openHouse(channels: Channels = {}) {
  const { ownerUrl, urls } = await testDatabase()
  const owner: pg.Client = await connectOwner(ownerUrl)
  const database = new Database(urls, 4)
  const clock = settableClock(MORNING)
  const secret = (byte: number) => Buffer.alloc(32, byte).toString('base64')
  const vault = new Vault({ keys: { a: secret(1) }, currentKey: 'a', lookupKey: secret(2) })
  const house: SendingHouse = { database, clock, vault, channels, log: makeLog('silent') }
  await people(owner, vault)
  afterAll(async () => {
    await database.close()
    await owner.end()
  })
  const rows = async () => (await owner.query<NotificationRow>('select * from notification order by id')).rows
  const worker = <T>(work: (tx: Tx) => Promise<T>) => database.as('worker', { district: DISTRICT }, work)
  return { ...house, clock, house, owner, urls, worker, rows, notify: makeNotify({ vault, clock }) }
}

/** Members 1 (mobile) and 2 (no telephone); resident 5 with a landline and a mobile, who reads English. */
async function people(owner: pg.Client, vault: Vault): Promise<void> {
  await owner.query(
    `insert into district (id, name, hotline) values (1, '{"zh":"云溪区"}', '12345'), (2, '{"zh":"青石区"}', '12345')`,
  )
  await owner.query(`insert into staff (district_id, id, name, phone) values
    (1, 1, '{"zh":"林晓"}', '13800000001'), (1, 2, '{"zh":"周敏"}', null)`)
  await owner.query(`insert into person (district_id, id, kind, name, name_tsv, language, registered_at)
    values (1, 5, 'person', '陈阿婆', '', 'en', '2026-01-01')`)
  for (const phone of ['04191234567', '13900000005']) {
    await owner.query(
      'insert into person_phone (district_id, person_id, sealed, lookup, last4) values (1, 5, $1, $2, $3)',
      [vault.seal(phone), vault.lookup(phone), phone.slice(-4)],
    )
  }
}
