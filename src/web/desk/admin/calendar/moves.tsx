import { Link } from '@tanstack/react-router'
import type { previewNoticeRoute } from '#kernel-contract/calendar'
import { exactMoment, useWords } from '#kit'
import type { ResponseOf } from '#platform/contract'
import { type Column, Table } from '../../parts/table.tsx'
import { lawWords } from '../law-words.ts'
import { adminWords } from '../words.ts'

type Preview = ResponseOf<typeof previewNoticeRoute>
type Move = Preview['moves'][number]

/** What a notice would do to the deadlines that run: none is ever brought forward. */
export function Moves({ preview }: { preview: Preview }) {
  const say = useWords(lawWords)
  const admin = useWords(adminWords)
  const { counts, restDays, makeUpDays, moves } = preview
  const columns: Column<Move>[] = [
    {
      head: admin('case'),
      names: true,
      cell: ({ caseId }) => (
        <Link to="/cases/$id" params={{ id: String(caseId) }} target="_blank">
          {caseId}
        </Link>
      ),
    },
    { head: say('clock'), cell: ({ ruleId, name }) => `${ruleId} · ${name}` },
    { head: say('days'), cell: ({ from, to }) => say('fromTo', { from: exactMoment(from), to: exactMoment(to) }) },
  ]
  return (
    <div role="status">
      <p>
        {say('restDays', { count: restDays })} · {say('workDays', { count: makeUpDays })}
      </p>
      <ul>
        {(['later', 'kept', 'confirmed'] as const).map((name) => (
          <li key={name}>{say(name, { count: counts[name] })}</li>
        ))}
      </ul>
      {moves.length > 0 && (
        <Table caption={say('moveTable')} columns={columns} rows={moves} keyOf={({ clockId }) => clockId} />
      )}
    </div>
  )
}
