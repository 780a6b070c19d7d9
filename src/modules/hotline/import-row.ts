import { guessKind, type Kind } from './guess-kind.ts'
import { guessSubject } from './guess-subject.ts'
import type { ImportRefusal } from './import-refusals.ts'
import { localTime } from './import-time.ts'

/** A message of the past as the archive takes it. */
export interface ImportRow {
  readonly id: string
  /** 'YYYY-MM-DD HH:MM:SS' in the district's zone. */
  readonly time: string
  readonly title: string
  readonly body: string
  readonly kind: Kind
  readonly subject: string | null
  /** What the old system counted, and its own mark of the sender. */
  readonly fields: Readonly<Record<string, string | number>>
}

export interface NoRow {
  readonly id: string | null
  readonly refused: ImportRefusal
}

const LONGEST = 20_000
const LONGEST_ID = 64
const LONGEST_TITLE = 80

/** Reads one line. `now` is the present wall time of the district, `used` the subjects that it uses. */
export function readRow(text: string, now: string, used: ReadonlySet<string>): ImportRow | NoRow {
  const given = parse(text)
  if (typeof given === 'string') return { id: null, refused: given }
  const id = idOf(given)
  if (id === null) return { id, refused: 'no-id' }
  const time = timeOf(given, now)
  if (typeof time === 'string') return { id, refused: time }
  const words = wordsOf(given)
  if (typeof words === 'string') return { id, refused: words }
  return { id, time: time.local, ...words, ...guessed(words, used), fields: fieldsOf(given) }
}

type Given = Readonly<Record<string, unknown>>

function parse(text: string): Given | ImportRefusal {
  try {
    const given: unknown = JSON.parse(text)
    return typeof given === 'object' && given !== null && !Array.isArray(given) ? (given as Given) : 'not-object'
  } catch {
    return 'not-json'
  }
}

/** The row's own number in the old system, where it has one that a register can hold. */
function idOf({ id }: Given): string | null {
  const text = typeof id === 'number' && Number.isSafeInteger(id) ? String(id) : typeof id === 'string' ? id.trim() : ''
  return text !== '' && text.length <= LONGEST_ID && isWhole(text) ? text : null
}

function timeOf({ time }: Given, now: string): { local: string } | ImportRefusal {
  if (time === undefined || time === null || time === '') return 'no-time'
  const local = typeof time === 'string' ? localTime(time) : null
  if (local === null) return 'bad-time'
  return local > now ? 'time-ahead' : { local }
}

function wordsOf({ subject, detail }: Given): { title: string; body: string } | ImportRefusal {
  const [head, rest] = [subject, detail].map((words) => (typeof words === 'string' ? words.trim() : ''))
  const all = [head, rest].filter(Boolean).join('\n')
  if (all === '') return 'no-words'
  if (!isWhole(all)) return 'bad-signs'
  if (all.length > LONGEST) return 'too-long'
  const title = (head || rest || '').replace(/\s+/g, ' ')
  const isCut = title.length > LONGEST_TITLE
  return { title: isCut ? cut(title) : title, body: isCut || !rest ? all : rest }
}

const isWhole = (text: string) => text.isWellFormed() && !text.includes('\0')

/** Never through the middle of a character. */
const cut = (title: string) => `${[...title].slice(0, LONGEST_TITLE - 1).join('')}…`

// What nobody can tell from the words was most likely a call for help.
function guessed({ title, body }: { title: string; body: string }, used: ReadonlySet<string>) {
  const text = `${title}\n${body}`
  return { kind: guessKind(text) ?? 'help', subject: guessSubject(text, used) } as const
}

function fieldsOf(given: Given): ImportRow['fields'] {
  const kept = ['user', 'likes', 'dislikes'].flatMap((name) => {
    const value = given[name]
    const isSmall =
      typeof value === 'number' || (typeof value === 'string' && value.length <= LONGEST_ID && isWhole(value))
    return isSmall ? [[name, value]] : []
  })
  return Object.fromEntries(kept)
}
