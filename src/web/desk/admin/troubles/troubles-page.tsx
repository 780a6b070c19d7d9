import { useInfiniteQuery, useMutation } from '@tanstack/react-query'
import { Button } from 'antd'
import { listTroubles, retryNotification, type TroubleView } from '#kernel-contract/notifications'
import { call, useWords } from '#kit'
import { reading } from '../../app/reading.ts'
import { useAnnounce } from '../../parts/announce.tsx'
import { Moment } from '../../parts/moment.tsx'
import { Empty, Refused, Waiting } from '../../parts/states.tsx'
import { type Column, Table } from '../../parts/table.tsx'
import { adminWords } from '../words.ts'

const key = [listTroubles.path]

const useTroubles = () =>
  useInfiniteQuery({
    queryKey: key,
    queryFn: ({ pageParam, signal }) => call(listTroubles, { query: pageParam ? { before: pageParam } : {}, signal }),
    initialPageParam: 0,
    getNextPageParam: ({ next }) => next ?? undefined,
  })

/** Messages that did not get out, with the reason in words; whom they were for stays sealed. */
export function TroublesPage() {
  const say = useWords(adminWords)
  const { data, error, refetch, hasNextPage, fetchNextPage } = useTroubles()
  const rows = data?.pages.flatMap((page) => page.rows) ?? []
  const columns: Column<TroubleView>[] = [
    { head: say('what'), names: true, cell: ({ title }) => title },
    { head: say('channel'), cell: ({ channel }) => channel },
    { head: say('why'), cell: ({ words }) => words },
    { head: say('at'), cell: ({ at }) => <Moment at={at} /> },
    { head: say('retry'), cell: ({ id, title }) => <Retry id={id} title={title} /> },
  ]
  return (
    <>
      <h1>{say('troubles')}</h1>
      {error && <Refused error={error} onRetry={refetch} />}
      {!data && !error && <Waiting />}
      {data && rows.length === 0 && <Empty title={say('noTroubles')}>{say('noTroublesHow')}</Empty>}
      {rows.length > 0 && <Table caption={say('troubleTable')} columns={columns} rows={rows} keyOf={({ id }) => id} />}
      {hasNextPage && <Button onClick={() => fetchNextPage()}>{say('more')}</Button>}
    </>
  )
}

function Retry({ id, title }: { id: number; title: string }) {
  const say = useWords(adminWords)
  const announce = useAnnounce()
  const retrying = useMutation({
    mutationFn: () => call(retryNotification, { params: { id } }),
    onSuccess: async () => {
      announce(say('retried'))
      await reading.invalidateQueries({ queryKey: key })
    },
    onError: (error) => announce(error.message, 'error'),
  })
  return (
    <Button
      size="small"
      loading={retrying.isPending}
      aria-label={`${say('retry')} ${title}`}
      onClick={() => retrying.mutate()}
    >
      {say('retry')}
    </Button>
  )
}
