import type { FastifyInstance } from 'fastify'
import { type Actor, actorKey, requireDuty } from '#kernel/identity'
import type { Clock } from '#platform/clock'
import type { BodyOf } from '#platform/contract'
import type { Database, Tx } from '#platform/database'
import { handle } from '#platform/http'
import { once } from '#platform/idempotency'
import { changeHours } from './change-hours.ts'
import * as contract from './contract.ts'
import { dateText } from './days.ts'
import { loadCalendars } from './load-calendars.ts'
import { type ClockMover, loadNotice } from './load-notice.ts'
import type { Notice } from './notice.ts'
import type { ClockMove } from './notice-moves.ts'
import { parseNotice } from './parse-notice.ts'
import { previewNotice } from './preview-notice.ts'
import { getShift, type Shift, shifts } from './shifts.ts'
import type { YearNotice } from './work-calendar.ts'

/** What the calendar's routes work with. */
export interface CalendarHouse {
  readonly database: Database
  readonly clock: Clock
  /** Who keeps the clocks. */
  readonly mover: ClockMover
}

/** Adds the routes by which staff read the working calendar and the system administrator keeps it. */
export function addCalendarRoutes(app: FastifyInstance, { database, clock, mover }: CalendarHouse): void {
  const asStaff = <T>(actor: Actor, work: (tx: Tx) => Promise<T>) => database.as('staff', actor.scope, work)
  // Who keeps the calendar reaches no case; the clocks move as the house's own work.
  const asHouse = <T>({ district }: Actor, work: (tx: Tx) => Promise<T>) => database.as('worker', { district }, work)

  handle(app, contract.listNotices, ({ actor }) =>
    asStaff(actor, async (tx) => ({ notices: [...(await loadCalendars(tx)).notices.values()].map(noticeView) })),
  )
  handle(app, contract.previewNoticeRoute, async ({ actor, body }) => {
    requireDuty(actor, 'systemAdministrator')
    const { moves, ...preview } = await asHouse(actor, (tx) => previewNotice(tx, noticeOf(body), clock.now()))
    return { ...preview, moves: moves.map(moveView) }
  })
  handle(app, contract.loadNoticeRoute, async ({ actor, body, idempotency }) => {
    const at = clock.now()
    return await asHouse(actor, (tx) =>
      once(tx, actorKey(actor), idempotency, at, () => loadNotice(tx, actor, noticeOf(body), at, mover)),
    )
  })
  handle(app, contract.listHours, ({ actor, query }) =>
    asStaff(actor, async (tx) => ({ hours: (await shifts(tx, query.unit)).map(shiftView) })),
  )
  handle(app, contract.changeHoursRoute, async ({ actor, body, idempotency }) => {
    const at = clock.now()
    return await asStaff(actor, (tx) =>
      once(tx, actorKey(actor), idempotency, at, async () =>
        shiftView(await getShift(tx, await changeHours(tx, actor, { ...body, at }))),
      ),
    )
  })
}

function noticeOf({ year, source, days = [], file }: BodyOf<typeof contract.loadNoticeRoute>): Notice {
  return { year, source, days: file === undefined ? days : parseNotice(file).days }
}

const noticeView = ({ days, ...notice }: YearNotice) => ({
  ...notice,
  days: [...days].map(([day, { kind, name }]) => ({ date: dateText(day), kind, name })),
})

const moveView = ({ clock: _clock, change, from, to, counted, ...move }: ClockMove) => ({
  ...move,
  change: change as 'later' | 'kept',
  from: from.toISOString(),
  to: to.toISOString(),
  counted: counted.toISOString(),
})

const shiftView = ({ hours, ...shift }: Shift) => ({ ...shift, hours: hours as Mutable<typeof hours> })
type Mutable<T> = { -readonly [K in keyof T]: [string, string][] }
