import { sql } from 'kysely'
import { isMobile } from '#kernel/people'
import type { Vault } from '#platform/crypto'
import type { Tx } from '#platform/database'
import type { NoticedCase } from './notices-case.ts'

/**
 * The requester, if a text message is how they hear of it: they have a mobile and have not asked for a call or for
 * silence. One who is hidden from the units is told too: the address stays in the house. Worker scope.
 */
export async function requesterToTell(
  tx: Tx,
  vault: Vault,
  { requester, answerBy }: NoticedCase,
): Promise<number | null> {
  if (requester === null || (answerBy !== null && answerBy !== 'sms')) return null
  const { rows } = await sql<{ sealed: Buffer }>`
    select sealed from person_phone where district_id = app_district() and person_id = ${requester}`.execute(tx)
  return rows.some(({ sealed }) => isMobile(vault.openText(sealed))) ? requester : null
}
