import { sql } from 'kysely'
import type { Tx } from '#platform/database'

/** What the evidence keeps of one verb: ids and digests, never personal text. */
export interface NewEvent {
  /** What it happened to: 'case', 'person', 'unit', 'staff', 'setting' … */
  readonly subject: string
  readonly subjectId: number
  readonly verb: string
  readonly actor: { readonly kind: 'staff' | 'resident' | 'system'; readonly id: number | null }
  readonly unit?: number
  readonly role?: string
  readonly at: Date
  readonly data?: Readonly<Record<string, unknown>>
}

/**
 * Appends one event in the verb's transaction; its seq is the subject's next one. Cases write theirs inside
 * write_case(), where seq is also the version.
 */
export async function record(tx: Tx, event: NewEvent): Promise<void> {
  await sql`
    select record_event(${event.subject}, ${event.subjectId}, ${event.verb}, ${event.actor.kind}, ${event.actor.id},
      ${event.unit ?? null}, ${event.role ?? null}, ${event.at}, ${JSON.stringify(event.data ?? {})}::jsonb)`.execute(
    tx,
  )
}
