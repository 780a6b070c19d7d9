import { useQuery } from '@tanstack/react-query'
import { Button, Drawer } from 'antd'
import { useState } from 'react'
import { endPostRoute, showStaff } from '#kernel-contract/identity'
import { call, nameIn, queryOf, useKeys, useWords } from '#kit'
import { holds, useMe } from '../../app/me.ts'
import { Refused, Waiting } from '../../parts/states.tsx'
import styles from '../admin.module.css'
import { adminWords } from '../words.ts'
import { EndEmployment, ResetLogIn } from './account-acts.tsx'
import { GrantPost } from './grant-post.tsx'
import { PostWords } from './posts.tsx'
import type { Staff } from './staff-page.tsx'
import { useStaffAct } from './use-staff-act.ts'

/** One member of staff: posts are the security administrator's, the account is the system administrator's. */
export function StaffDrawer({ id, onClose }: { id: number; onClose: () => void }) {
  const { data, error, refetch } = useQuery(queryOf(showStaff, { params: { id } }))
  useKeys([], { only: true })
  return (
    <Drawer open title={data ? nameIn(data.name) : ''} onClose={onClose} size={480}>
      {error && <Refused error={error} onRetry={refetch} />}
      {!data && !error && <Waiting />}
      {data && <Acts key={data.version} staff={data} onClose={onClose} />}
    </Drawer>
  )
}

function Acts({ staff, onClose }: { staff: Staff; onClose: () => void }) {
  const say = useWords(adminWords)
  const me = useMe()
  const grants = holds(me, 'securityAdministrator')
  const accounts = holds(me, 'systemAdministrator')
  return (
    <>
      <PostList staff={staff} grants={grants} />
      {grants ? <GrantPost staff={staff} /> : <p className={styles.soft}>{say('onlySecurity')}</p>}
      {accounts ? (
        <>
          <ResetLogIn staff={staff} />
          <EndEmployment staff={staff} onClose={onClose} />
        </>
      ) : (
        <p className={styles.soft}>{say('onlySystem')}</p>
      )}
    </>
  )
}

function PostList({ staff, grants }: { staff: Staff; grants: boolean }) {
  const say = useWords(adminWords)
  const [ends, setEnds] = useState<number | null>(null)
  const end = (post: number) => call(endPostRoute, { params: { id: staff.id, post }, body: {}, ifMatch: staff.version })
  const ending = useStaffAct(end, say('postEnded'))
  if (staff.posts.length === 0) return <p>{say('noPosts')}</p>
  return (
    <ul>
      {staff.posts.map((post) => (
        <li key={post.id}>
          <PostWords post={post} />{' '}
          {grants && (
            <Button
              type="link"
              size="small"
              danger={ends === post.id}
              loading={ending.isPending && ends === post.id}
              onClick={() => (ends === post.id ? ending.mutate(post.id) : setEnds(post.id))}
            >
              {say('endPost')}
              {ends === post.id && '？'}
            </Button>
          )}
        </li>
      ))}
      {ending.error && <Refused error={ending.error} />}
    </ul>
  )
}
