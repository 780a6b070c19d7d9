import { sql } from 'kysely'
import type { Actor } from '#kernel/identity'
import type { Tx } from '#platform/database'

export interface Look {
  /** 'case', 'person', 'file' … */
  readonly subject: string
  readonly subjectId: number
  /** 'open', or the name of what was unmasked or played. */
  readonly what: string
  readonly purpose?: string
}

/** Records that a member of staff looks at something, before it leaves. Residents who read what is their own are not recorded. */
export async function lookedAt(tx: Tx, actor: Pick<Actor, 'kind' | 'id'>, look: Look, at: Date): Promise<void> {
  if (actor.kind !== 'staff') return
  await sql`
    insert into access_log (staff_id, subject, subject_id, what, purpose, at)
    values (${actor.id}, ${look.subject}, ${look.subjectId}, ${look.what}, ${look.purpose ?? null}, ${at})`.execute(tx)
}

export interface Looked {
  readonly staff: { readonly id: number; readonly name: { readonly zh: string; readonly en?: string } }
  readonly what: string
  readonly purpose: string | null
  readonly at: Date
}

/** Who has looked at it, newest first, as far as the reader may know. */
export async function looksAt(tx: Tx, subject: string, subjectId: number, limit = 50): Promise<Looked[]> {
  const { rows } = await sql<Looked>`
    select jsonb_build_object('id', s.id, 'name', s.name) as staff, l.what, l.purpose, l.at
    from access_log l join staff s on s.id = l.staff_id
    where l.subject = ${subject} and l.subject_id = ${subjectId}
    order by l.at desc, l.id desc limit ${limit}`.execute(tx)
  return rows
}
