/** Why a row of a file of messages is not taken: a closed list, each with a sentence. */
export const importRefusals = {
  'line-too-long': { zh: '这一行超过1 MB。', en: 'The line is longer than 1 MB.' },
  'not-utf8': { zh: '这一行不是UTF-8编码。', en: 'The line is not UTF-8.' },
  'not-json': { zh: '这一行不是完整的JSON。', en: 'The line is not whole JSON.' },
  'not-object': { zh: '这一行不是一个JSON对象。', en: 'The line is no JSON object.' },
  'no-id': {
    zh: '没有可用的编号（id），无法保证不重复导入。',
    en: 'There is no usable id, so nothing would keep it from being taken twice.',
  },
  'id-twice': { zh: '这个编号（id）在文件中已经出现过。', en: 'This id has stood in the file before.' },
  'no-time': { zh: '没有时间（time）。', en: 'There is no time.' },
  'bad-time': {
    zh: '时间（time）不是真实的日期和时刻，应如 2019-02-28 11:25:05。',
    en: 'The time is no real date and time such as 2019-02-28 11:25:05.',
  },
  'time-ahead': { zh: '时间（time）还没有到。', en: 'The time is still to come.' },
  'no-words': { zh: '标题（subject）和正文（detail）都是空的。', en: 'Both subject and detail are empty.' },
  'bad-signs': {
    zh: '文字中有空字符或残缺的字符，可能已经损坏。',
    en: 'The words hold NUL or broken characters and may be damaged.',
  },
  'too-long': { zh: '文字超过20000字。', en: 'The words are longer than 20,000 characters.' },
} as const

export type ImportRefusal = keyof typeof importRefusals

/** A row that was not taken, as it stands in the report. */
export interface RefusedRow {
  /** Counted from 1. */
  readonly line: number
  readonly id: string | null
  readonly reason: ImportRefusal
}
