import { BellOutlined } from '@ant-design/icons'
import { useQuery } from '@tanstack/react-query'
import { Badge, Button } from 'antd'
import { lazy, Suspense, useState } from 'react'
import { listNotifications } from '#kernel-contract/notifications'
import { queryOf, useLive, useResync, useWords } from '#kit'
import { reading } from '../app/reading.ts'
import styles from './notices.module.css'
import { noticeWords } from './words.ts'

const Notices = lazy(() => import('./notices.tsx').then((module) => ({ default: module.Notices })))

const newest = queryOf(listNotifications, { query: { limit: 1 } })

/** How many notices wait; the list is loaded when it is opened. */
export function NoticeButton() {
  const say = useWords(noticeWords)
  const [open, setOpen] = useState(false)
  const { data } = useQuery(newest)
  const refresh = () => void reading.invalidateQueries({ queryKey: [listNotifications.path] })
  useLive('notification', refresh)
  useResync(refresh)
  const unread = data?.unread ?? 0
  const words = unread > 0 ? `${say('title')} ${say('unread', { count: unread })}` : say('title')
  return (
    <>
      <Button type="text" className={styles.button} onClick={() => setOpen(true)} aria-label={words}>
        <Badge count={unread} size="small" overflowCount={99}>
          <BellOutlined aria-hidden="true" />
        </Badge>
      </Button>
      {open && (
        <Suspense>
          <Notices onClose={() => setOpen(false)} />
        </Suspense>
      )}
    </>
  )
}
