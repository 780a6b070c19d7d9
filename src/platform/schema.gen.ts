// Made from the migrated database by bin/generate-types.ts: do not edit.
import type { ColumnType, Generated } from 'kysely'

export type Timestamp = ColumnType<Date, Date | string, Date | string>
export type Json = ColumnType<unknown, unknown, unknown>

export interface AccessLogTable {
  district_id: Generated<number>
  id: Generated<number>
  staff_id: number
  subject: string
  subject_id: number
  what: string
  purpose: string | null
  at: Timestamp
}

export interface CalendarDayTable {
  district_id: number | null
  notice_id: number
  day: string
  kind: string
  name: Json
}

export interface CalendarNoticeTable {
  district_id: number | null
  id: Generated<number>
  year: number
  source: string
  provisional: Generated<boolean>
}

export interface CalendarNoticeCurrentTable {
  district_id: number | null
  id: number | null
  year: number | null
  source: string | null
  provisional: boolean | null
}

export interface CasePartyTable {
  district_id: Generated<number>
  case_id: number
  unit_id: number
  role: string
  since: Timestamp
  until: Timestamp | null
}

export interface CaseReceiptTable {
  district_id: Generated<number>
  case_id: number
  code_lookup: string
}

export interface CaseRelationTable {
  district_id: Generated<number>
  case_id: number
  other_id: number
  relation: string
  since: Timestamp
  until: Timestamp | null
}

export interface CaseSearchTable {
  district_id: number
  case_id: number
  tsv: string
}

export interface CaseTextTable {
  district_id: Generated<number>
  case_id: number
  seq: number
  kind: string
  body: string
  visible_to: Generated<string>
}

export interface CasesTable {
  district_id: Generated<number>
  id: Generated<number>
  version: Generated<number>
  settled_version: Generated<number>
  type: string
  type_version: number
  phase: Generated<number>
  state: string
  kind: string
  subject: string | null
  urgency: Generated<number>
  channel: string
  title: string
  place_id: number | null
  place_text: string | null
  place_checked: Generated<boolean>
  community_unit: number | null
  intake_unit: number
  lead_unit: number | null
  requester_id: number | null
  requester_hidden: Generated<boolean>
  on_behalf_of: string | null
  answer_by: string | null
  due_at: Timestamp | null
  received_at: Timestamp
  recorded_at: Timestamp
  closed_at: Timestamp | null
  outcome: string | null
  satisfaction: number | null
  solved: boolean | null
  history: Generated<boolean>
  source: string | null
  seen_by: string
  barred: Generated<string>
  sealed: Generated<boolean>
  fields: Generated<Json>
}

export interface ClockTable {
  district_id: Generated<number>
  id: Generated<number>
  case_id: number
  name: string
  task_kind: string | null
  unit_id: number
  rule_id: string
  amount: string
  unit: string
  calendar_unit: number
  ends_at: string
  started_at: Timestamp
  due_at: Timestamp
  promised_at: Timestamp | null
  state: Generated<string>
  stopped_at: Timestamp | null
  overdue_at: Timestamp | null
  provisional: Generated<boolean>
  derivation: Json
  paused: Json | null
}

export interface DistrictTable {
  id: number
  name: Json
  time_zone: Generated<string>
  hotline: string
}

export interface EventTable {
  district_id: Generated<number>
  id: Generated<number>
  subject: string
  subject_id: number
  seq: number
  verb: string
  actor_kind: string
  actor_id: number | null
  unit_id: number | null
  role: string | null
  at: Timestamp
  data: Generated<Json>
  position: Generated<number>
}

export interface EventCursorTable {
  district_id: number
  consumer: string
  position: Generated<number>
  event_id: Generated<number>
}

export interface EventRetryTable {
  district_id: Generated<number>
  consumer: string
  event_id: number
  failures: number
  last_error: string
  retry_at: Timestamp
  parked_at: Timestamp | null
}

export interface ExtensionTable {
  district_id: Generated<number>
  case_id: number
  seq: number
  clock_id: number
  asked_by: number | null
  asked_at: Timestamp
  amount: string
  unit: string
  decision: string | null
  decided_by: number | null
  decided_at: Timestamp | null
}

export interface HouseholdTable {
  district_id: Generated<number>
  id: Generated<number>
  version: Generated<number>
  unit_id: number | null
  place_id: number | null
  address: string | null
  head_id: number | null
}

export interface IdempotencyTable {
  district_id: Generated<number>
  actor: string
  key: string
  hash: string
  response: Json | null
  at: Timestamp
}

export interface LogEraTable {
  position_offset: number
  since: Generated<Timestamp>
}

export interface NotificationTable {
  district_id: Generated<number>
  id: Generated<number>
  template: string
  language: string | null
  channel: string
  staff_id: number | null
  person_id: number | null
  case_id: number | null
  parameters: Json | null
  sealed: Buffer | null
  urgent: Generated<boolean>
  dedupe_key: string
  status: string
  reason: string | null
  attempts: Generated<number>
  provider: string | null
  provider_ids: Generated<string[]>
  receipts: Generated<Json>
  made_at: Timestamp
  due_at: Timestamp
  expires_at: Timestamp | null
  sending_at: Timestamp | null
  sent_at: Timestamp | null
  ended_at: Timestamp | null
  read_at: Timestamp | null
}

export interface PersonTable {
  district_id: Generated<number>
  id: Generated<number>
  version: Generated<number>
  kind: string
  name: string
  form_of_address: string | null
  language: Generated<string>
  channel: string | null
  dialect: string | null
  deaf: Generated<boolean>
  wheelchair: Generated<boolean>
  flags: Generated<Json>
  notes: string | null
  unit_id: number | null
  household_id: number | null
  relation: string | null
  identity_sealed: Buffer | null
  identity_lookup: string | null
  identity_last4: string | null
  uscc: string | null
  seen_by: Generated<string>
  name_tsv: string
  registered_at: Timestamp
}

export interface PersonPhoneTable {
  district_id: Generated<number>
  id: Generated<number>
  person_id: number
  sealed: Buffer
  lookup: string
  last4: string
  label: string | null
  verified_at: Timestamp | null
}

export interface PostTable {
  district_id: Generated<number>
  id: Generated<number>
  staff_id: number
  unit_id: number
  role: string
  valid: string
}

export interface PublicationTable {
  district_id: Generated<number>
  id: Generated<number>
  case_id: number
  number: string
  kind: string
  subject: string | null
  community: Json | null
  title: string
  request: string
  reply: string
  received_on: string
  replied_on: string
  within_limit: boolean | null
  satisfaction: number | null
  proposed_by: number
  proposed_at: Timestamp
  released_by: number | null
  released_at: Timestamp | null
  withdrawn_at: Timestamp | null
}

export interface PushTable {
  district_id: Generated<number>
  id: Generated<number>
  seq: number | null
  topic: string
  unit_ids: Generated<number[]>
  staff_ids: Generated<number[]>
  barred: Generated<string>
  sealed: Generated<boolean>
  data: Generated<Json>
  at: Timestamp
  numbered_at: Timestamp | null
}

export interface PushSubscriptionTable {
  district_id: Generated<number>
  id: Generated<number>
  staff_id: Generated<number>
  lookup: string
  sealed: Buffer
  made_at: Timestamp
}

export interface SchemaMigrationTable {
  name: string
  checksum: string
  applied_at: Generated<Timestamp>
}

export interface SealTable {
  district_id: number
  id: number
  from_position: number
  upto_position: number
  events: number
  previous: Buffer
  hash: Buffer
  sealed_at: Timestamp
  digests: Buffer
}

export interface SettingTable {
  id: Generated<number>
  district_id: number | null
  key: string
  value: Json
  unit: string | null
  starts: string | null
  rule_id: string | null
  source: string | null
  level: Generated<string>
  effective: Generated<string>
  checked: Generated<string>
  may_change: Generated<string>
  title: Json | null
  choices: Json | null
  revision: Generated<number>
}

export interface ShiftTable {
  district_id: number | null
  id: Generated<number>
  unit_id: number | null
  hours: Json
  valid: string
  source: string
}

export interface StaffTable {
  district_id: Generated<number>
  id: Generated<number>
  user_id: string | null
  name: Json
  phone: string | null
  employed: Generated<string>
}

export interface SubjectTable {
  district_id: Generated<number>
  code: string
  parent: string | null
  name: Json
  valid: Generated<string>
}

export interface TaskTable {
  district_id: Generated<number>
  id: Generated<number>
  case_id: number | null
  kind: string
  unit_id: number
  assignee_id: number | null
  urgency: Generated<number>
  phase: Generated<number>
  due_at: Timestamp | null
  opened_at: Timestamp
  ended_at: Timestamp | null
}

export interface TimerTable {
  district_id: Generated<number>
  id: Generated<number>
  case_id: number | null
  clock_id: number | null
  effect: string
  data: Generated<Json>
  fire_at: Timestamp
  retry_at: Timestamp | null
  attempts: Generated<number>
  parked_at: Timestamp | null
  last_error: string | null
}

export interface UnitTable {
  district_id: Generated<number>
  id: Generated<number>
  kind: string
}

export interface UnitEdgeTable {
  district_id: Generated<number>
  child: number
  parent: number
  valid: string
}

export interface UnitNameTable {
  district_id: Generated<number>
  unit_id: number
  name: Json
  code: string | null
  phone: string | null
  valid: string
}

export interface UnitSuccessionTable {
  district_id: Generated<number>
  predecessor: number
  successor: number
  since: string
}

export interface Schema {
  access_log: AccessLogTable
  calendar_day: CalendarDayTable
  calendar_notice: CalendarNoticeTable
  calendar_notice_current: CalendarNoticeCurrentTable
  case_party: CasePartyTable
  case_receipt: CaseReceiptTable
  case_relation: CaseRelationTable
  case_search: CaseSearchTable
  case_text: CaseTextTable
  cases: CasesTable
  clock: ClockTable
  district: DistrictTable
  event: EventTable
  event_cursor: EventCursorTable
  event_retry: EventRetryTable
  extension: ExtensionTable
  household: HouseholdTable
  idempotency: IdempotencyTable
  log_era: LogEraTable
  notification: NotificationTable
  person: PersonTable
  person_phone: PersonPhoneTable
  post: PostTable
  publication: PublicationTable
  push: PushTable
  push_subscription: PushSubscriptionTable
  schema_migration: SchemaMigrationTable
  seal: SealTable
  setting: SettingTable
  shift: ShiftTable
  staff: StaffTable
  subject: SubjectTable
  task: TaskTable
  timer: TimerTable
  unit: UnitTable
  unit_edge: UnitEdgeTable
  unit_name: UnitNameTable
  unit_succession: UnitSuccessionTable
}
