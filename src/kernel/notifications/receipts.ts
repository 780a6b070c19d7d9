import { sql } from 'kysely'
import type { Clock } from '#platform/clock'
import type { Database } from '#platform/database'

export interface Receipt {
  readonly provider: string
  /** The provider's own id of the message, or of one part of it. */
  readonly id: string
  readonly outcome: 'delivered' | 'failed'
}

/** Notes what became of a message. @returns false where no message of that id is known: the provider should ask again later */
export async function noteReceipt(
  { database, clock }: { readonly database: Database; readonly clock: Clock },
  { provider, id, outcome }: Receipt,
): Promise<boolean> {
  const { rows } = await sql<{ noted: boolean }>`
    select note_receipt(${provider}, ${id}, ${outcome}, ${clock.now()}) as noted`.execute(database.unscoped('worker'))
  return rows[0]!.noted
}
