import { dateOf } from '#platform/clock'
import { numberOf } from './number.ts'
import type { Snapshot } from './snapshot.ts'

/** What a verb does to the case's publication; the words proposed are redacted already. */
export type PublicationMove =
  | { readonly do: 'propose'; readonly title: string; readonly request: string; readonly reply: string }
  | { readonly do: 'release' | 'withdraw' }

/** The columns of the publication after the move. */
export function publicationColumns(move: PublicationMove, snapshot: Snapshot, actorId: number | null, now: Date) {
  const at = now.toISOString()
  if (move.do !== 'propose')
    return move.do === 'release' ? { released_by: actorId, released_at: at } : { withdrawn_at: at }
  const { case: row } = snapshot
  const handled = snapshot.clocks.filter((clock) => clock.name === 'handle').at(-1)
  return {
    title: move.title,
    request: move.request,
    reply: move.reply,
    number: numberOf(row.id),
    kind: row.kind,
    subject: row.subject,
    received_on: dateOf(new Date(row.received_at)),
    replied_on: dateOf(new Date(handled?.stopped_at ?? row.closed_at ?? at)),
    within_limit: handled ? handled.state === 'met' : null,
    satisfaction: row.satisfaction,
    proposed_by: actorId,
    proposed_at: at,
  }
}
