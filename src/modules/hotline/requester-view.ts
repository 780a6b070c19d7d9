import { sql } from 'kysely'
import { type DerivationStep, explain, remaining, remainingWords } from '#kernel/calendar'
import { numberOf, type Snapshot, unitRefs } from '#kernel/cases'
import type { Actor } from '#kernel/identity'
import type { PublicCaseView } from './contract.ts'
import type { HotlineHouse } from './house.ts'
import { requestType } from './request-type.ts'

/** A resident and the case that was shown to be theirs. */
export interface Resident {
  readonly caseId: number
  readonly actor: Actor
}

interface Followed extends Snapshot {
  readonly events: readonly { seq: number; verb: string; at: string; unit_id: number | null }[]
  readonly texts: readonly { seq: number; kind: string; body: string }[]
  readonly files: readonly { id: number; name: string; kind: string; seq: number }[]
}

/** The requester's own view: steps in plain words, units but no names, the deadline and why. */
export async function followedCase(house: HotlineHouse, { caseId, actor }: Resident): Promise<PublicCaseView> {
  const data = await house.database.as('portal', actor.scope, async (tx) => {
    const { rows } = await sql<{ data: Followed }>`select case_snapshot(${caseId}) || jsonb_build_object(
      'events', (select coalesce(jsonb_agg(jsonb_build_object('seq', seq, 'verb', verb, 'at', at, 'unit_id', unit_id) order by seq), '[]')
        from event where district_id = app_district() and subject = 'case' and subject_id = ${caseId}),
      'texts', (select coalesce(jsonb_agg(jsonb_build_object('seq', seq, 'kind', kind, 'body', body) order by seq), '[]')
        from case_text where district_id = app_district() and case_id = ${caseId}),
      'files', case_files(${caseId})) as data`.execute(tx)
    return rows[0]!.data
  })
  return await view(house, data, actor)
}

// Verbs that a requester understands as a step forward; the office's own errands are not theirs to read.
const steps = new Set([
  'open',
  'answer',
  'decline',
  'redirect',
  'handOver',
  'dispatch',
  'forward',
  'acknowledge',
  'deemAcknowledged',
  'contact',
  'reply',
  'followUp',
  'redo',
  'close',
  'reopen',
  'withdraw',
  'rate',
  'approveExtension',
])

async function view(house: HotlineHouse, data: Followed, actor: Actor): Promise<PublicCaseView> {
  const { case: row } = data
  const [units, keeper] = await Promise.all([unitRefs(house, actor.district), house.timekeepers.of(actor.district)])
  const clock = data.clocks.findLast((owed) => owed.name === 'handle')
  const runs = clock?.state === 'running' || clock?.state === 'paused'
  const limit = clock && {
    due: new Date(clock.due_at),
    state: clock.state === 'paused' ? ('paused' as const) : ('running' as const),
    pausedAt: clock.paused ? new Date(clock.paused.at) : null,
    provisional: clock.provisional,
    derivation: clock.derivation,
  }
  const reply = data.texts.findLast((text) => text.kind === 'reply')?.body ?? null
  const rated = row.fields.rated === true
  return {
    number: numberOf(row.id),
    title: row.title,
    text: data.texts.find((text) => text.kind === 'request')?.body ?? '',
    stateLabel: requestType.states[row.state]?.label ?? { zh: row.state },
    receivedAt: new Date(row.received_at).toISOString(),
    dueAt: limit ? limit.due.toISOString() : null,
    deadline: limit ? explain(limit.derivation.map(withoutBasis), actor.language) : [],
    remaining:
      limit && runs
        ? remainingWords(remaining(limit, house.clock.now(), keeper.calendar(clock!.calendar_unit)), actor.language)
        : null,
    lead: row.lead_unit === null ? null : units(row.lead_unit).name,
    steps: data.events
      .filter((event) => steps.has(event.verb))
      .map((event) => ({
        at: new Date(event.at).toISOString(),
        label:
          event.verb === 'open'
            ? requestType.opening.label
            : (requestType.verbs[event.verb]?.label ?? { zh: event.verb }),
        unit: event.unit_id === null ? null : units(event.unit_id).name,
        text: data.texts.find((text) => text.seq === event.seq && text.kind !== 'request')?.body ?? null,
      })),
    reply: ['replied', 'followedUp', 'closed', 'answered', 'declined', 'redirected'].includes(row.state) ? reply : null,
    files: data.files.map(({ id, name, kind, seq }) => ({ id, name, kind, first: seq === data.events[0]?.seq })),
    mayRate: !rated && (requestType.verbs.rate?.from.includes(row.state) ?? false),
    rated,
    version: row.version,
  }
}

/** The count of days is the requester's business; rule numbers and drafts of standards are the office's. */
function withoutBasis(step: DerivationStep): DerivationStep {
  if (step.step !== 'start') return step
  const { ruleId: _rule, source: _source, ...counted } = step
  return counted
}
