import { type Static, Type } from 'typebox'

export const RowReport = Type.Object({
  row: Type.Integer({ description: 'As Excel counts' }),
  label: Type.String({ description: 'What the row is about, for the reader to find it' }),
  outcome: Type.Enum(['added', 'changed', 'same', 'refused']),
  sentence: Type.Union([Type.String({ description: 'Why it was refused and what to do' }), Type.Null()]),
})
export type RowReport = Static<typeof RowReport>

/** What became of an import, or would. */
export const ImportReport = Type.Object({
  added: Type.Integer(),
  changed: Type.Integer(),
  same: Type.Integer(),
  refused: Type.Integer(),
  rows: Type.Array(RowReport, { description: 'At most 2,000, refused ones first' }),
})
export type ImportReport = Static<typeof ImportReport>
