import { Type } from 'typebox'
import { route } from '#platform/contract'

const Year = Type.Integer({ minimum: 2000, maximum: 2200 })
const PlainDate = Type.String({
  format: 'date',
  pattern: '^(2[01]\\d\\d|2200)-',
  description: "'YYYY-MM-DD', 2000–2200",
})
const MaybeDate = Type.Union([PlainDate, Type.Null()])
const Instant = Type.String({ format: 'date-time' })
const Name = Type.Object({
  zh: Type.String({ minLength: 1, maxLength: 100 }),
  en: Type.Optional(Type.String({ maxLength: 100 })),
})
const Source = Type.String({ maxLength: 500, description: 'the document or decision behind it' })
const Counts = Type.Object(
  { later: Type.Integer(), kept: Type.Integer(), confirmed: Type.Integer() },
  { description: 'clocks that end later, that keep an end later than counted, that become definite' },
)
const tags = ['calendar']

const Days = Type.Array(
  Type.Object({ date: PlainDate, kind: Type.Enum(['rest', 'work']), name: Name }, { additionalProperties: false }),
  { maxItems: 366 },
)
const File = Type.String({
  maxLength: 200_000,
  description: 'in place of days: CSV with date, kind and name, or JSON with days',
})

export const Notice = Type.Object(
  { year: Year, source: Source, days: Type.Optional(Days), file: Type.Optional(File) },
  { additionalProperties: false },
)
const example = {
  year: 2027,
  source: '国务院办公厅关于2027年部分节假日安排的通知',
  file: 'date,kind,name\n2027-01-01,rest,元旦\n2027-02-14,work,春节',
}

export const listNotices = route({
  method: 'GET',
  path: '/api/v1/calendar/notices',
  guard: 'staff',
  summary: 'The holiday notices that stand, year by year; a provisional one holds the statutory days alone',
  tags,
  response: Type.Object({
    notices: Type.Array(Type.Object({ year: Year, source: Type.String(), provisional: Type.Boolean(), days: Days })),
  }),
})

/** The system administrator's. */
export const previewNoticeRoute = route({
  method: 'POST',
  path: '/api/v1/calendar/notice-previews',
  guard: 'staff',
  summary: 'Which running clocks a year’s holiday notice would move; nothing is changed',
  tags,
  body: Notice,
  response: Type.Object({
    year: Year,
    restDays: Type.Integer(),
    makeUpDays: Type.Integer(),
    counts: Counts,
    moves: Type.Array(
      Type.Object({
        clockId: Type.Integer(),
        caseId: Type.Integer(),
        name: Type.String(),
        ruleId: Type.String(),
        unit: Type.Integer(),
        change: Type.Enum(['later', 'kept']),
        from: Instant,
        to: Instant,
        counted: Instant,
      }),
      { description: 'the first 500 of those that move or are kept' },
    ),
  }),
  example,
})

/** The system administrator's. */
export const loadNoticeRoute = route({
  method: 'POST',
  path: '/api/v1/calendar/notices',
  guard: 'staff',
  summary: 'Take a year’s holiday notice and move the running clocks by it, never to an earlier end',
  tags,
  creates: true,
  body: Notice,
  response: Type.Object({
    fresh: Type.Boolean({ description: 'false where the same days stood already' }),
    counts: Counts,
  }),
  example,
})

const Spans = Type.Array(Type.Tuple([Type.String({ maxLength: 5 }), Type.String({ maxLength: 5 })]), { maxItems: 12 })
const HoursText = Type.Partial(
  Type.Object({
    workday: Spans,
    restday: Spans,
    mon: Spans,
    tue: Spans,
    wed: Spans,
    thu: Spans,
    fri: Spans,
    sat: Spans,
    sun: Spans,
  }),
  { additionalProperties: false, description: '{"workday": [["08:30", "12:00"], ["13:30", "17:30"]]}' },
)

export const ShiftRow = Type.Object({
  id: Type.Integer(),
  unit: Type.Union([Type.Integer(), Type.Null()], { description: 'null: the whole district' }),
  hours: HoursText,
  from: MaybeDate,
  to: Type.Union([PlainDate, Type.Null()], { description: 'the last day; null: until others stand' }),
  source: Type.String(),
})

export const listHours = route({
  method: 'GET',
  path: '/api/v1/calendar/hours',
  guard: 'staff',
  summary: 'Working hours of the district and its units, those that count first at the top',
  tags,
  query: Type.Object({ unit: Type.Optional(Type.Integer({ minimum: 1 })) }),
  response: Type.Object({ hours: Type.Array(ShiftRow) }),
})

/** The system administrator's. */
export const changeHoursRoute = route({
  method: 'POST',
  path: '/api/v1/calendar/hours',
  guard: 'staff',
  summary: 'Set the working hours of a unit or of the district from a date on; running clocks keep their deadline',
  tags,
  creates: true,
  body: Type.Object(
    {
      unit: Type.Union([Type.Integer({ minimum: 1 }), Type.Null()]),
      hours: HoursText,
      from: PlainDate,
      to: Type.Optional(PlainDate),
      source: Source,
    },
    { additionalProperties: false },
  ),
  response: ShiftRow,
  example: { unit: null, hours: { workday: [['09:00', '17:00']] }, from: '2026-12-01', source: '区政府办公室通知' },
})
