import arrangement from 'chinese-days/dist/chinese-days.json' with { type: 'json' }
import { dayOf } from './days.ts'
import { type Hours, type HoursText, readHours } from './hours.ts'
import { daysOf, type SpecialDay, type WorkCalendar, type YearNotice } from './work-calendar.ts'

export const officeHours: HoursText = {
  workday: [
    ['08:30', '12:00'],
    ['13:30', '17:30'],
  ],
}

/** The statutory dates of 2027 alone. @rule T7 */
export const statutory2027 = '01-01 02-05 02-06 02-07 02-08 04-05 05-01 05-02 06-09 09-15 10-01 10-02 10-03'
  .split(' ')
  .map((date) => `2027-${date}`)

const always = (hours: Hours) => ({ from: Number.NEGATIVE_INFINITY, until: Number.POSITIVE_INFINITY, hours })

/** The real years to 2026 as a second source gives them, 2027 provisional, for a unit with these hours. For tests. */
export function fixtureCalendar(hours: HoursText = officeHours): WorkCalendar {
  const announced = [...entries('rest', arrangement.holidays), ...entries('work', arrangement.workdays)]
  const years = Map.groupBy(announced, ([date]) => Number(date.slice(0, 4)))
  const notices = [...years].map(([year, days]) => notice(year, days))
  const next = notice(
    2027,
    statutory2027.map((date) => [date, { kind: 'rest', name: { zh: '法定节日', en: 'statutory' } }]),
  )
  const all = new Map([...notices, { ...next, provisional: true }].map((year) => [year.year, year]))
  return { timeZone: 'Asia/Shanghai', notices: all, days: daysOf(all), hours: [always(readHours(hours))] }
}

function entries(kind: SpecialDay['kind'], days: Record<string, string>): [string, SpecialDay][] {
  return Object.entries(days).map(([date, text]) => {
    const [en = '', zh = ''] = text.split(',')
    return [date, { kind, name: { zh, en } }]
  })
}

function notice(year: number, days: [string, SpecialDay][]): YearNotice {
  return { year, source: `${year}`, provisional: false, days: new Map(days.map(([date, day]) => [dayOf(date), day])) }
}

/** An instant of Shanghai: at('2026-09-18 10:00'). */
export const at = (text: string): Date => new Date(`${text.replace(' ', 'T')}:00+08:00`)

/** An instant as Shanghai reads it, to the minute. */
export const read = (instant: Date | undefined): string | undefined =>
  instant && new Date(instant.getTime() + 8 * 3_600_000).toISOString().slice(0, 16).replace('T', ' ')
