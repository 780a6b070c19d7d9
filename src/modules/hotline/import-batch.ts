import { sql } from 'kysely'
import { numberToken, tokensOf } from '#kernel/search'
import type { Database } from '#platform/database'
import { communityIn } from './import-community.ts'
import type { ImportRow } from './import-row.ts'
import type { ImportTarget } from './import-target.ts'
import { requestType } from './request-type.ts'

/**
 * Writes one batch by one statement in one transaction: closed cases without clocks, tasks or reminders, each with its
 * words, its place in the search and one event of the house. What the district has from this source already is left alone.
 * @returns how many were new
 */
export async function importBatch(
  database: Database,
  target: ImportTarget,
  source: string,
  rows: readonly ImportRow[],
  now: Date,
): Promise<number> {
  const given = JSON.stringify(rows.map((row) => written(row, target, source)))
  return await database.as('worker', { district: target.district }, async (tx) => {
    const answer = await sql<{ count: number }>`
      with given as materialized (
        select r.* from jsonb_to_recordset(${given}::jsonb) r(source text, local timestamp, title text, body text, kind text,
          subject text, community int, fields jsonb, tokens jsonb)),
      made as (
        insert into cases (type, type_version, phase, state, kind, subject, channel, title, community_unit, intake_unit,
            received_at, recorded_at, history, source, seen_by, fields)
          select ${requestType.name}, ${requestType.version}::int, 2, 'closed', kind, subject, 'import', title, community,
            ${target.intake}::int, local at time zone ${target.timeZone}, ${now}::timestamptz, true, source,
            int4multirange(int4range(${target.intake}::int, ${target.intake}::int, '[]')), fields
          from given order by local, source
          on conflict (district_id, source) where source is not null do nothing
          returning id, source),
      fresh as materialized (select m.id, g.* from made m join given g on g.source = m.source),
      party as (
        insert into case_party (case_id, unit_id, role, since)
          select id, ${target.intake}::int, 'intake', ${now}::timestamptz from fresh),
      words as (
        insert into case_text (case_id, seq, kind, body, visible_to) select id, 1, 'request', body, 'requester' from fresh),
      evidence as (
        insert into event (subject, subject_id, seq, verb, actor_kind, at, data)
          select 'case', id, 1, 'import', 'system', ${now}::timestamptz, jsonb_build_object('source', source, 'set',
            jsonb_build_object('state', 'closed', 'phase', 2, 'urgency', 0, 'sealed', false, 'kind', kind, 'subject', subject))
          from fresh)
      select count(*)::int from fresh, lateral (select index_case(id, array(select jsonb_array_elements_text(tokens)))::text) i`.execute(
      tx,
    )
    return answer.rows[0]!.count
  })
}

function written({ id, time, title, body, kind, subject, fields }: ImportRow, target: ImportTarget, source: string) {
  const text = `${title} ${body}`
  return {
    source: `${source}:${id}`,
    local: time,
    title,
    body,
    kind,
    subject,
    community: communityIn(text, target.communities),
    fields,
    tokens: [...tokensOf(text), numberToken(id), `u${target.intake}`],
  }
}
