import type { WorkCalendar } from '#kernel/calendar'
import { type Actor, allowed, may, type Name } from '#kernel/identity'
import type { CaseData } from './case-data.ts'
import { type CaseType, getCaseType } from './case-type.ts'
import { clockView } from './clock-view.ts'
import type { CaseView, RequesterView } from './contract.ts'
import type { Engine } from './engine.ts'
import { numberOf } from './number.ts'
import { currentParties, thingOf } from './snapshot.ts'
import { timelineOf } from './timeline-view.ts'
import type { unitRefs } from './unit-refs.ts'
import { absentVerbs, offeredVerbs } from './verbs-view.ts'

const partyLabels: Readonly<Record<string, Name>> = {
  intake: { zh: '受理单位', en: 'Intake' },
  holder: { zh: '转办单位', en: 'Passed on by' },
  lead: { zh: '主办单位', en: 'Lead' },
  coHandler: { zh: '协办单位', en: 'Co-handler' },
  arbiter: { zh: '审定单位', en: 'Arbiter' },
  complained: { zh: '被反映单位', en: 'Complained about' },
}

export interface ViewContext {
  readonly engine: Engine
  readonly actor: Actor
  readonly units: Awaited<ReturnType<typeof unitRefs>>
  readonly calendar: (unit: number) => WorkCalendar
  readonly requester: RequesterView | null
  readonly channels: Readonly<Record<string, Name>>
}

const instant = (text: string | null) => (text === null ? null : new Date(text).toISOString())
const phases = ['open', 'waiting', 'closed'] as const

/** The page of a case as its reader may see it: what is owed until when, what happened, and what they may do now. */
export async function caseView(data: CaseData, context: ViewContext): Promise<CaseView> {
  const { case: row } = data
  const { units, actor, engine } = context
  const type = getCaseType(row.type)
  const now = engine.clock.now()
  return {
    id: row.id,
    number: numberOf(row.id),
    version: row.version,
    type: row.type,
    typeLabel: type.label,
    ...stateOf(type, data),
    subject:
      data.subject.length === 0 ? null : { code: row.subject ?? '', path: data.subject.map((level) => level.name) },
    urgency: row.urgency,
    channel: row.channel,
    channelLabel: context.channels[row.channel] ?? { zh: row.channel },
    title: row.title,
    text: data.texts.find((text) => text.kind === 'request')?.body ?? '',
    place: row.place_text === null ? null : { id: row.place_id, text: row.place_text, checked: row.place_checked },
    community: row.community_unit === null ? null : units(row.community_unit),
    intake: units(row.intake_unit),
    lead: row.lead_unit === null ? null : units(row.lead_unit),
    parties: data.parties.map((party) => ({
      unit: units(party.unit_id),
      role: party.role,
      label: partyLabels[party.role] ?? { zh: party.role },
      since: new Date(party.since).toISOString(),
      until: instant(party.until),
    })),
    requester: requesterFor(data, context),
    onBehalfOf: row.on_behalf_of,
    receivedAt: new Date(row.received_at).toISOString(),
    dueAt: instant(row.due_at),
    closedAt: instant(row.closed_at),
    outcome: row.outcome,
    satisfaction: row.satisfaction,
    solved: row.solved,
    sealed: row.sealed,
    history: row.history,
    clocks: data.clocks.map((clock) => clockView(clock, type, { ...context, now })),
    timeline: timelineOf(data, type, units),
    verbs: await offeredVerbs(engine, actor, type, data),
    absent: absentVerbs(actor, type, data),
    files: data.files.map(({ id, name, kind, bytes }) => ({ id, name, kind, bytes })),
    looks: data.looks.map((look) => ({
      who: look.name ?? { zh: '系统' },
      at: new Date(look.at).toISOString(),
      what: look.what,
      purpose: look.purpose,
    })),
    publication: data.publication && {
      title: data.publication.title,
      request: data.publication.request,
      reply: data.publication.reply,
      proposedBy: { zh: '提出人', en: 'Proposer' },
      releasedAt: instant(data.publication.released_at),
    },
  }
}

function stateOf(type: CaseType, { case: row }: CaseData) {
  return {
    state: row.state,
    stateLabel: type.states[row.state]?.label ?? { zh: row.state },
    phase: phases[row.phase],
    kind: row.kind,
    kindLabel: type.kinds[row.kind] ?? { zh: row.kind },
  }
}

/** A requester who asked to stay hidden is known to the centre alone. @rule H13 */
function requesterFor(data: CaseData, { actor, requester }: ViewContext): RequesterView | null {
  if (!data.case.requester_hidden) return requester
  const centre = may(actor, [{ roles: ['agent', 'dispatcher', 'supervisor', 'confidential'], at: 'intake' }], {
    ...thingOf(data),
    parties: currentParties(data),
  })
  return allowed(centre) ? requester : null
}
