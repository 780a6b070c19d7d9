import type { previewPeopleImport } from '#kernel-contract/people'
import { useWords } from '#kit'
import type { ResponseOf } from '#platform/contract'
import { type Column, Table } from '../../parts/table.tsx'
import { adminWords } from '../words.ts'

export type ImportReport = ResponseOf<typeof previewPeopleImport>
type Row = ImportReport['rows'][number]

const outcomes = {
  added: 'outcomeAdded',
  changed: 'outcomeChanged',
  same: 'outcomeSame',
  refused: 'outcomeRefused',
} as const

/** What becomes of every row, the refused ones first, each with its reason. */
export function Report({ report }: { report: ImportReport }) {
  const say = useWords(adminWords)
  const sums = (['added', 'changed', 'same', 'refused'] as const).map((name) => say(name, { count: report[name] }))
  const columns: Column<Row>[] = [
    { head: say('row'), names: true, cell: ({ row }) => row },
    { head: say('about'), cell: ({ label }) => label },
    { head: say('outcome'), cell: ({ outcome }) => say(outcomes[outcome]) },
    { head: say('why'), cell: ({ sentence }) => sentence ?? '' },
  ]
  return (
    <>
      <p role="status">{sums.join(' · ')}</p>
      <Table caption={say('rows')} columns={columns} rows={report.rows} keyOf={({ row }) => row} />
    </>
  )
}
