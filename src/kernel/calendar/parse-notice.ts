import type { Notice, NoticeDay } from './notice.ts'
import { refuseCalendar } from './refusals.ts'

/** What a file says beside its days, where it says so. */
export type ParsedNotice = Pick<Notice, 'days'> & Partial<Pick<Notice, 'year' | 'source'>>

/**
 * Reads a year's arrangement from JSON `{year, papers, days: [{name, date, isOffDay}]}` or from CSV with the columns date,
 * kind (rest, work; 休, 班) and name, in any order.
 * @throws Refusal calendar.notice-unreadable naming the place
 */
export function parseNotice(text: string): ParsedNotice {
  const content = text.replace(/^\uFEFF/, '').trim()
  return content.startsWith('{') ? parseJson(content) : parseCsv(content)
}

function parseJson(text: string): ParsedNotice {
  const file = readJson(text)
  if (!Array.isArray(file.days)) throw unreadable('days')
  const days = file.days.map((entry, index) => readEntry(entry, `days[${index}]`))
  const papers = Array.isArray(file.papers) ? file.papers.join(' ') : ''
  return {
    days,
    ...(typeof file.year === 'number' ? { year: file.year } : {}),
    ...(papers ? { source: papers } : {}),
  }
}

function readJson(text: string): Record<string, unknown> {
  try {
    const file: unknown = JSON.parse(text)
    if (isRecord(file)) return file
  } catch {
    // told below
  }
  throw unreadable('JSON')
}

function readEntry(entry: unknown, place: string): NoticeDay {
  if (!isRecord(entry)) throw unreadable(place)
  const { name, date, isOffDay } = entry
  if (typeof name !== 'string' || typeof date !== 'string' || typeof isOffDay !== 'boolean') throw unreadable(place)
  return { date, kind: isOffDay ? 'rest' : 'work', name: nameOf(name) }
}

function parseCsv(text: string): ParsedNotice {
  const [head = '', ...lines] = text.split(/\r?\n/)
  const columns = head.split(',').map((cell) => cell.trim().toLowerCase())
  const places = ['date', 'kind', 'name'].map((name) => columns.indexOf(name))
  if (places.includes(-1)) throw unreadable('date,kind,name')
  const days = lines.flatMap((line, index) => (line.trim() === '' ? [] : [readLine(line, places, index + 2)]))
  return { days }
}

function readLine(line: string, places: readonly number[], number: number): NoticeDay {
  const cells = line.split(',').map((cell) => cell.trim().replace(/^"(.*)"$/, '$1'))
  const [date = '', kindWord = '', name = ''] = places.map((place) => cells[place])
  const kind = kinds.get(kindWord.toLowerCase())
  if (!kind || name === '') throw unreadable(`第${number}行 / line ${number}`)
  return { date, kind, name: nameOf(name) }
}

const kinds = new Map<string, NoticeDay['kind']>([
  ['rest', 'rest'],
  ['public_holiday', 'rest'],
  ['休', 'rest'],
  ['work', 'work'],
  ['makeup_workday', 'work'],
  ['班', 'work'],
])

/** '春节', or both languages beside each other: 'Spring Festival|春节'. */
function nameOf(text: string): NoticeDay['name'] {
  const parts = text.split('|').map((part) => part.trim())
  const zh = parts.find((part) => /\p{Script=Han}/u.test(part))
  const en = parts.find((part) => /[a-z]/i.test(part) && part !== zh)
  return { zh: zh ?? text, ...(zh && en ? { en } : {}) }
}

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

const unreadable = (place: string) => refuseCalendar('calendar.notice-unreadable', { place })
