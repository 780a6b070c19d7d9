import { sql } from 'kysely'
import type { Name } from '#kernel/identity'
import type { Tx } from '#platform/database'
import type { Snapshot } from './snapshot.ts'

export interface EventData {
  readonly seq: number
  readonly verb: string
  readonly actor_kind: 'staff' | 'resident' | 'system'
  readonly unit_id: number | null
  readonly role: string | null
  readonly at: string
  readonly data: Readonly<Record<string, unknown>>
}

/** Everything that the page of one case shows, read in one statement under the reader's policies. */
export interface CaseData extends Snapshot {
  readonly events: readonly EventData[]
  readonly texts: readonly { seq: number; kind: string; body: string }[]
  readonly files: readonly { id: number; name: string; kind: string; bytes: number; seq: number | null }[]
  readonly looks: readonly { name: Name | null; at: string; what: string; purpose: string | null }[]
  readonly subject: readonly { code: string; name: Name }[]
}

/** The case with its events, words and files; null where there is none for this reader. */
export async function findCaseData(tx: Tx, id: number): Promise<CaseData | null> {
  const { rows } = await sql<{ data: CaseData | null }>`
    select case_snapshot(${id}) || jsonb_build_object(
      'events', (select coalesce(jsonb_agg(to_jsonb(e) order by e.seq), '[]') from event e
        where e.district_id = app_district() and e.subject = 'case' and e.subject_id = ${id}),
      'texts', (select coalesce(jsonb_agg(to_jsonb(t) order by t.seq), '[]') from case_text t
        where t.district_id = app_district() and t.case_id = ${id}),
      'files', case_files(${id}),
      'subject', (with recursive up as (
          select s.code, s.parent, s.name, 1 as depth from subject s join cases c on c.subject = s.code and c.district_id = s.district_id
            where c.district_id = app_district() and c.id = ${id}
          union all select s.code, s.parent, s.name, u.depth + 1 from up u join subject s on s.code = u.parent and s.district_id = app_district())
        select coalesce(jsonb_agg(jsonb_build_object('code', code, 'name', name) order by depth desc), '[]') from up),
      'looks', (select coalesce(jsonb_agg(l), '[]') from (
        select s.name, a.at, a.what, a.purpose from access_log a left join staff s on s.id = a.staff_id
          where a.district_id = app_district() and a.subject = 'case' and a.subject_id = ${id} order by a.at desc limit 50) l)
    ) as data`.execute(tx)
  return rows[0]?.data ?? null
}
