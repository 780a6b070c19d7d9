import type { Derivation, EndsAt } from '#kernel/calendar'
import type { Party, Thing } from '#kernel/identity'

/** Rows as case_snapshot() gives them: column names as in the tables, instants as ISO strings. */
export interface CaseRowData {
  readonly id: number
  readonly district_id: number
  readonly version: number
  /** The last version that changed what people decide by. */
  readonly settled_version: number
  readonly type: string
  readonly type_version: number
  readonly phase: 0 | 1 | 2
  readonly state: string
  readonly kind: string
  readonly subject: string | null
  readonly urgency: number
  readonly channel: string
  readonly title: string
  readonly place_id: number | null
  readonly place_text: string | null
  readonly place_checked: boolean
  readonly community_unit: number | null
  readonly intake_unit: number
  readonly lead_unit: number | null
  readonly requester_id: number | null
  readonly requester_hidden: boolean
  readonly on_behalf_of: string | null
  readonly answer_by: string | null
  readonly due_at: string | null
  readonly received_at: string
  readonly recorded_at: string
  readonly closed_at: string | null
  readonly outcome: string | null
  readonly satisfaction: number | null
  readonly solved: boolean | null
  readonly history: boolean
  readonly source: string | null
  readonly seen_by: string
  readonly barred: string
  readonly sealed: boolean
  readonly fields: Readonly<Record<string, unknown>>
}

export interface PartyRow {
  readonly unit_id: number
  readonly role: string
  readonly since: string
  readonly until: string | null
}

export interface TaskRowData {
  readonly id: number
  readonly kind: string
  readonly unit_id: number
  readonly assignee_id: number | null
  readonly phase: 0 | 1 | 2
  readonly due_at: string | null
}

export interface ClockRow {
  readonly id: number
  readonly name: string
  readonly task_kind: string | null
  readonly unit_id: number
  readonly rule_id: string
  readonly amount: number
  readonly unit: 'H' | 'WH' | 'CD' | 'WD' | 'M' | 'Y'
  readonly calendar_unit: number
  readonly ends_at: EndsAt
  readonly started_at: string
  readonly due_at: string
  readonly promised_at: string | null
  readonly state: 'running' | 'paused' | 'met' | 'missed' | 'cancelled'
  readonly stopped_at: string | null
  readonly overdue_at: string | null
  readonly provisional: boolean
  readonly derivation: Derivation
  readonly paused: { readonly at: string } | null
}

export interface ExtensionRow {
  readonly seq: number
  readonly clock_id: number
  readonly asked_by: number | null
  readonly amount: number
  readonly unit: ClockRow['unit']
  readonly decision: 'approved' | 'refused' | null
}

export interface PublicationRow {
  readonly id: number
  readonly title: string
  readonly request: string
  readonly reply: string
  readonly proposed_by: number
  readonly proposed_at: string
  readonly released_at: string | null
}

/** A case with everything its verbs decide by. */
export interface Snapshot {
  readonly case: CaseRowData
  readonly parties: readonly PartyRow[]
  readonly tasks: readonly TaskRowData[]
  readonly clocks: readonly ClockRow[]
  readonly extensions: readonly ExtensionRow[]
  readonly publication: PublicationRow | null
}

/** The units of a multirange as PostgreSQL writes it: '{[3,5),[7,8)}' is 3, 4 and 7. */
export function unitsOf(multirange: string): ReadonlySet<number> {
  const units = new Set<number>()
  for (const [, from, to] of multirange.matchAll(/\[(\d+),(\d+)\)/g)) {
    for (let unit = Number(from); unit < Number(to); unit++) units.add(unit)
  }
  return units
}

/** The units that have a part in the case now. */
export function currentParties(snapshot: Snapshot): Party[] {
  return snapshot.parties
    .filter((party) => party.until === null)
    .map((party) => ({ unit: party.unit_id, role: party.role }))
}

/** The case as permission sees it. */
export function thingOf(snapshot: Snapshot): Thing {
  const { case: row } = snapshot
  return {
    district: row.district_id,
    id: row.id,
    parties: currentParties(snapshot),
    seenBy: unitsOf(row.seen_by),
    barred: unitsOf(row.barred),
    sealed: row.sealed,
    residents: new Set(row.requester_id === null ? [] : [row.requester_id]),
  }
}
