import type { Happened } from '#kernel/events'
import type { ParametersOf, TemplateName } from '#kernel/notifications'
import type { NoticedCase, NoticedClock } from './notices-case.ts'
import type { Desk } from './notices-staff.ts'
import { requestType } from './request-type.ts'
import { above, centre, dispatchers, unitInCharge } from './who.ts'

/** One thing to tell: to the requester, or to everyone at a desk. */
export interface Told {
  readonly to: 'requester' | Desk
  readonly template: TemplateName
  readonly parameters: ParametersOf<TemplateName>
}

/** What is told when something happens to a case, of which by then more may have happened. */
export type Telling = (event: Happened, known: NoticedCase, link: string) => Told[]

export const tell = <T extends TemplateName>(to: Told['to'], template: T, parameters: ParametersOf<T>): Told => ({
  to,
  template,
  parameters: parameters as Told['parameters'],
})

export const desk = (unit: number): Desk => ({ unit, roles: unitInCharge.roles })
export const intakeDesk = ({ intake }: NoticedCase): Desk => ({ unit: intake, roles: dispatchers.roles })
export const deskAbove = (unit: number): Desk => ({ unit, above: true, roles: above.roles, otherwise: ['dispatcher'] })

/** Whoever at the unit can still meet that clock. */
export function deskOfClock({ name, unit }: Pick<NoticedClock, 'name' | 'unit'>): Desk {
  if (name === 'dispatch') return { unit, roles: dispatchers.roles }
  return name === 'followUp' ? { unit, roles: centre.roles } : desk(unit)
}

export const clockLabel = (name: string) => requestType.clocks[name]?.label ?? { zh: name }
export const nameOf = ({ names }: NoticedCase, unit: number) => names[unit] ?? { zh: `单位${unit}`, en: `Unit ${unit}` }
export const dueOf = ({ dueAt }: NoticedClock) => ({ instant: new Date(dueAt).toISOString() })

/** The clock of that name that runs now. */
export const running = ({ clocks }: NoticedCase, name: string, unit?: number): NoticedClock | undefined =>
  clocks.findLast((clock) => clock.name === name && clock.state === 'running' && (unit ?? clock.unit) === clock.unit)

export const isAt = (instant: string | null, { at }: Happened): boolean =>
  instant !== null && Date.parse(instant) === at.getTime()
