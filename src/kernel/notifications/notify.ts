import { sql } from 'kysely'
import { phoneNumber } from '#kernel/people'
import type { Clock } from '#platform/clock'
import type { Vault } from '#platform/crypto'
import type { Tx } from '#platform/database'
import type { Language } from '#platform/http'
import { wakingTime } from './quiet-hours.ts'
import type { Parameters } from './template-text.ts'
import { type ChannelName, type ParametersOf, type Template, type TemplateName, templates } from './templates.ts'

/** Whom to tell. A person's and a member's address is looked up when the message is sent. */
export type Recipient =
  | { readonly staff: number }
  | { readonly person: number }
  | { readonly phone: string }
  | { readonly email: string }

export interface NewNotification<T extends TemplateName = TemplateName> {
  readonly template: T
  readonly to: Recipient
  readonly parameters: ParametersOf<T>
  /** The happening that is told, such as 'case:12:3': told once to each recipient, however often this is called. */
  readonly dedupeKey: string
  readonly caseId?: number
  /** In place of the template's own channels. */
  readonly channel?: ChannelName
  /** In place of the person's own; staff are written to in Chinese. */
  readonly language?: Language
  /** Goes out in quiet hours too. */
  readonly urgent?: boolean
}

/**
 * Tells somebody something in the verb's transaction: it leaves the house after commit, or never. Staff are not woken
 * in quiet hours unless it is urgent; the list in the app has it at once. @rule F9
 * @returns the ids of the new rows: none where it was told before
 */
export type Notify = <T extends TemplateName>(tx: Tx, notification: NewNotification<T>) => Promise<number[]>

/** What is kept of a message that leaves the house, sealed. */
export interface Sealed {
  /** Absent for staff and persons. */
  readonly address?: string
  readonly parameters: Parameters
}

export interface NotifyHouse {
  readonly vault: Vault
  readonly clock: Clock
  readonly timeZone?: string
}

/** The teller of this house. Any role may use it; the worker and whom it concerns read what was told. */
export function makeNotify(house: NotifyHouse): Notify {
  return async (tx, notification) => {
    const { channel, template } = notification
    const channels: readonly ChannelName[] = channel ? [channel] : templates[template].channels
    const made: number[] = []
    for (const each of channels) {
      const id = await tell(tx, house, { ...notification, channel: each })
      if (id !== null) made.push(id)
    }
    return made
  }
}

type OnOneChannel = Omit<NewNotification, 'parameters'> & {
  readonly parameters: Parameters
  readonly channel: ChannelName
}

async function tell(tx: Tx, { vault, clock, timeZone = 'Asia/Shanghai' }: NotifyHouse, notification: OnOneChannel) {
  const { template, to, parameters, channel, caseId, language, dedupeKey } = notification
  const { urgent: wakes = false, validMinutes }: Template = templates[template]
  const urgent = notification.urgent ?? wakes
  const now = clock.now()
  const inside = channel === 'inApp'
  const disturbs = 'staff' in to && !inside && !urgent
  const row = {
    template,
    channel,
    urgent,
    staff_id: 'staff' in to ? to.staff : null,
    person_id: 'person' in to ? to.person : null,
    case_id: caseId ?? null,
    language: language ?? ('staff' in to ? 'zh' : null),
    parameters: inside ? parameters : null,
    dedupe_key: `${dedupeKey} ${nameOf(to, vault)}`,
    at: now,
    due_at: disturbs ? await wakingTime(tx, now, timeZone) : now,
    expires_at: validMinutes ? new Date(now.getTime() + validMinutes * 60_000) : null,
  }
  return await leave(tx, row, inside ? null : vault.seal(JSON.stringify({ address: addressIn(to), parameters })))
}

async function leave(tx: Tx, row: Record<string, unknown>, sealed: Buffer | null): Promise<number | null> {
  const { rows } = await sql<{ id: number | null }>`
    select leave_notification(${JSON.stringify(row)}::jsonb, ${sealed}) as id`.execute(tx)
  return rows[0]!.id
}

function addressIn(to: Recipient): string | undefined {
  if ('phone' in to) return phoneNumber(to.phone) ?? to.phone
  return 'email' in to ? to.email : undefined
}

function nameOf(to: Recipient, vault: Vault): string {
  if ('staff' in to) return `staff:${to.staff}`
  if ('person' in to) return `person:${to.person}`
  return vault.lookup(addressIn(to)!)
}
