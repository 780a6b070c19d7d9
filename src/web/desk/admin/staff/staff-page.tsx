import { useInfiniteQuery } from '@tanstack/react-query'
import { Button, Input } from 'antd'
import { useState } from 'react'
import { listStaffRoute } from '#kernel-contract/identity'
import { call, nameIn, useWords } from '#kit'
import type { ResponseOf } from '#platform/contract'
import { holds, useMe } from '../../app/me.ts'
import { Empty, Refused, Waiting } from '../../parts/states.tsx'
import { type Column, Table } from '../../parts/table.tsx'
import styles from '../admin.module.css'
import { adminWords } from '../words.ts'
import { NewStaff } from './new-staff.tsx'
import { Posts } from './posts.tsx'
import { StaffDrawer } from './staff-drawer.tsx'

export type Staff = ResponseOf<typeof listStaffRoute>['staff'][number]

export const staffKey = [listStaffRoute.path]
const PAGE = 50

const useStaff = (search: string) =>
  useInfiniteQuery({
    queryKey: [...staffKey, search],
    queryFn: ({ pageParam, signal }) =>
      call(listStaffRoute, {
        query: { limit: PAGE, ...(search && { search }), ...(pageParam && { after: pageParam }) },
        signal,
      }),
    initialPageParam: 0,
    getNextPageParam: ({ staff }) => (staff.length === PAGE ? staff.at(-1)?.id : undefined),
  })

/** Who works for the district, under which posts. Accounts and posts are two people's work. */
export function StaffPage() {
  const say = useWords(adminWords)
  const [search, setSearch] = useState('')
  const [open, setOpen] = useState<number | 'new' | null>(null)
  const enters = holds(useMe(), 'systemAdministrator')
  return (
    <>
      <h1>{say('staff')}</h1>
      <search className={styles.tools}>
        <Input.Search
          aria-label={say('staffSearch')}
          placeholder={say('staffSearch')}
          onSearch={setSearch}
          style={{ width: 240 }}
        />
        {enters && <Button onClick={() => setOpen('new')}>{say('newStaff')}</Button>}
      </search>
      <StaffTable search={search} onOpen={setOpen} />
      {open === 'new' && <NewStaff onClose={() => setOpen(null)} />}
      {typeof open === 'number' && <StaffDrawer id={open} onClose={() => setOpen(null)} />}
    </>
  )
}

function StaffTable({ search, onOpen }: { search: string; onOpen: (id: number) => void }) {
  const say = useWords(adminWords)
  const { data, error, refetch, hasNextPage, fetchNextPage, isFetchingNextPage } = useStaff(search)
  if (error) return <Refused error={error} onRetry={refetch} />
  if (!data) return <Waiting />
  const rows = data.pages.flatMap(({ staff }) => staff)
  if (rows.length === 0) return <Empty title={say('noStaff')} />
  const columns: Column<Staff>[] = [
    { head: say('name'), names: true, cell: ({ name }) => nameIn(name) },
    { head: say('account'), cell: ({ hasAccount }) => say(hasAccount ? 'hasAccount' : 'noAccount') },
    { head: say('posts'), cell: ({ posts }) => <Posts posts={posts} /> },
    {
      head: say('open'),
      cell: ({ id, name }) => (
        <Button type="link" size="small" onClick={() => onOpen(id)} aria-label={say('openFor', { name: nameIn(name) })}>
          {say('open')}
        </Button>
      ),
    },
  ]
  return (
    <>
      <Table caption={say('staffTable')} columns={columns} rows={rows} keyOf={({ id }) => id} />
      {hasNextPage && (
        <Button loading={isFetchingNextPage} onClick={() => fetchNextPage()}>
          {say('more')}
        </Button>
      )}
    </>
  )
}
