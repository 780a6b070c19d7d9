import type { FastifyInstance } from 'fastify'
import { sql } from 'kysely'
import { refuse } from '#platform/errors'
import { handle } from '#platform/http'
import { showOutbox } from './contract.ts'
import { outbox } from './outbox.ts'
import type { SendingHouse } from './sending-house.ts'

type OutboxHouse = Pick<SendingHouse, 'database' | 'clock' | 'vault' | 'timeZone'>

/** Adds the demo's telephone: everybody reads what would have been sent. Never added outside the demo. */
export function addOutbox(app: FastifyInstance, house: OutboxHouse): void {
  handle(app, showOutbox, async ({ query: { district = 0, limit } }) => {
    const of = district || (await firstDistrict(house))
    return {
      rows: await house.database.as('worker', { district: of }, (tx) => outbox(tx, house, { district: of, limit })),
    }
  })
}

async function firstDistrict({ database }: OutboxHouse): Promise<number> {
  const { rows } = await sql<{ id: number }>`select id from district order by id limit 1`.execute(
    database.unscoped('worker'),
  )
  if (!rows[0]) throw refuse('not-found')
  return rows[0].id
}
