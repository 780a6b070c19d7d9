import { record } from '#kernel/events'
import type { Database } from '#platform/database'
import type { StaffId } from '../actors.ts'

export type LogInVerb =
  | 'logIn'
  | 'refuseLogIn'
  | 'lockLogIn'
  | 'logOut'
  | 'endSession'
  | 'changePassword'
  | 'enableSecondFactor'
  | 'disableSecondFactor'
  | 'addPasskey'
  | 'removePasskey'

// Whoever failed to log in is not known to be the account's owner.
const byNobody: ReadonlySet<LogInVerb> = new Set(['refuseLogIn', 'lockLogIn'])
const UNIQUE_VIOLATION = '23505'

/** Writes into the evidence what happened to somebody's log-in. Two at once take turns. @rule X12 */
export async function recordLogIn(
  database: Database,
  { district, staffId }: StaffId,
  verb: LogInVerb,
  at: Date,
  data: Readonly<Record<string, unknown>> = {},
): Promise<void> {
  const actor = byNobody.has(verb) ? ({ kind: 'system', id: null } as const) : ({ kind: 'staff', id: staffId } as const)
  for (let turn = 1; ; turn++) {
    try {
      return await database.as('worker', { district }, (tx) =>
        record(tx, { subject: 'account', subjectId: staffId, verb, actor, at, data }),
      )
    } catch (error) {
      if ((error as { code?: string }).code !== UNIQUE_VIOLATION || turn === 5) throw error
    }
  }
}
