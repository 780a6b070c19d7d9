import { sql } from 'kysely'
import type { Tx } from '#platform/database'
import { compose } from './compose.ts'
import type { OutboxView } from './contract.ts'
import type { SendingHouse } from './sending-house.ts'
import { selectUnsent, type Unsent } from './unsent.ts'

/** The newest messages as the demo would have sent them, in words and with their addresses. Worker scope. */
export async function outbox(
  tx: Tx,
  house: Pick<SendingHouse, 'vault' | 'clock' | 'timeZone'>,
  { district, limit = 30 }: { district: number; limit?: number },
): Promise<OutboxView[]> {
  const { rows } = await sql<Omit<Unsent, 'status'> & { status: string; madeAt: Date }>`
    select ${selectUnsent}, made_at as "madeAt" from notification
    where district_id = app_district() and channel <> 'inApp' order by id desc limit ${limit}`.execute(tx)
  const shown: OutboxView[] = []
  for (const row of rows) {
    const messages = await compose(tx, row, house, district)
    if (typeof messages === 'string') continue
    for (const { address, title, text } of messages) {
      const to = row.channel === 'webPush' ? new URL(JSON.parse(address).endpoint).host : address
      shown.push({
        id: row.id,
        channel: row.channel,
        to,
        title,
        text,
        status: row.status,
        at: row.madeAt.toISOString(),
      })
    }
  }
  return shown
}
