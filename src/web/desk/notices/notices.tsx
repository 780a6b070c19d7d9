import { useInfiniteQuery, useMutation } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { Button, Drawer } from 'antd'
import { listNotifications, type NotificationView, readNotifications } from '#kernel-contract/notifications'
import { call, useKeys, useWords } from '#kit'
import { reading } from '../app/reading.ts'
import { Mark } from '../parts/mark.tsx'
import { Moment } from '../parts/moment.tsx'
import { Empty, Refused, Waiting } from '../parts/states.tsx'
import styles from './notices.module.css'
import { noticeWords } from './words.ts'

const useNotices = () =>
  useInfiniteQuery({
    queryKey: [listNotifications.path, 'all'],
    queryFn: ({ pageParam, signal }) =>
      call(listNotifications, { query: { limit: 30, ...(pageParam && { before: pageParam }) }, signal }),
    initialPageParam: 0,
    getNextPageParam: ({ next }) => next ?? undefined,
  })

/** What one was told, newest first; opening a case from here marks its notice as read. */
export function Notices({ onClose }: { onClose: () => void }) {
  const say = useWords(noticeWords)
  const { data, error, refetch, hasNextPage, fetchNextPage } = useNotices()
  const marking = useMutation({
    mutationFn: (body: { ids: number[] } | { upto: number }) => call(readNotifications, { body }),
    onSuccess: () => reading.invalidateQueries({ queryKey: [listNotifications.path] }),
  })
  useKeys([], { only: true })
  const rows = data?.pages.flatMap((page) => page.rows) ?? []
  const first = rows[0]
  return (
    <Drawer open title={say('title')} onClose={onClose} closable={{ 'aria-label': say('close') }} size={420}>
      {error && <Refused error={error} onRetry={refetch} />}
      {!data && !error && <Waiting />}
      {data && rows.length === 0 && <Empty title={say('none')}>{say('noneHow')}</Empty>}
      {first && rows.some(({ readAt }) => readAt === null) && (
        <Button size="small" loading={marking.isPending} onClick={() => marking.mutate({ upto: first.id })}>
          {say('readAll')}
        </Button>
      )}
      <ol>
        {rows.map((row) => (
          <Notice key={row.id} row={row} onOpen={() => marking.mutate({ ids: [row.id] }, { onSettled: onClose })} />
        ))}
      </ol>
      {hasNextPage && <Button onClick={() => fetchNextPage()}>{say('more')}</Button>}
    </Drawer>
  )
}

function Notice({ row, onOpen }: { row: NotificationView; onOpen: () => void }) {
  const say = useWords(noticeWords)
  return (
    <li className={styles.notice}>
      <p className={row.readAt === null ? styles.unread : undefined}>
        {row.urgent && <Mark tone="danger">{say('urgent')}</Mark>} {row.title}{' '}
        {row.readAt === null && <Mark tone="accent">{say('new')}</Mark>}
      </p>
      <p>{row.text}</p>
      <p className={styles.soft}>
        <Moment at={row.at} />{' '}
        {row.caseId !== null && (
          <Link to="/cases/$id" params={{ id: String(row.caseId) }} onClick={onOpen}>
            {say('open')}
          </Link>
        )}
      </p>
    </li>
  )
}
