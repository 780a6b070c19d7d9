import type { FastifyRequest } from 'fastify'
import { amountAt } from '#kernel/settings'
import { type Clock, dateOf } from '#platform/clock'
import type { Database } from '#platform/database'
import type { Language } from '#platform/http'
import type { Attempts } from '../login/attempts.ts'

/** A one-time code on its way to a phone; whoever has no screen hears it. */
export interface SentCode {
  readonly district: number
  readonly phone: string
  readonly code: string
  readonly minutes: number
  readonly by: 'sms' | 'voice'
  readonly language: Language
}

/** What the log-in of residents asks of parts that come after it. */
export interface ResidentPorts {
  /** The phone in one form, however it is typed; outside memory it is kept sealed or as a digest. @throws Refusal where it is no phone */
  phoneKey(phone: string): string
  /** The residents who use the phone. */
  personsOf(district: number, phoneKey: string): Promise<readonly number[]>
  /** The case of a receipt. @throws Refusal where number and code are of none */
  caseOfReceipt(district: number, number: string, code: string): Promise<number>
  sendCode(code: SentCode): Promise<void>
}

export interface ResidentHouse {
  readonly database: Database
  readonly clock: Clock
  readonly attempts: Attempts
  readonly publicUrl: string
  readonly secret: string
  readonly ports: ResidentPorts
  /** Which district's portal the request came to. */
  readonly districtOf: (request: FastifyRequest) => number
}

/** The amount of a rule of the district today, in the setting's unit. */
export const amountToday = ({ database, clock }: ResidentHouse, district: number, key: string): Promise<number> =>
  database.as('staff', { district }, (tx) => amountAt(tx, key, dateOf(clock.now())))
