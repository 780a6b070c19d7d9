import { useMutation, useQuery } from '@tanstack/react-query'
import { Button } from 'antd'
import { endOtherSessions, endSessionRoute, listSessions } from '#kernel-contract/identity'
import { call, queryOf, useWords } from '#kit'
import type { ResponseOf } from '#platform/contract'
import { reading } from '../app/reading.ts'
import { useAnnounce } from '../parts/announce.tsx'
import { Moment } from '../parts/moment.tsx'
import { Refused, Waiting } from '../parts/states.tsx'
import { deviceOf } from './device.ts'
import styles from './me.module.css'
import { meWords } from './words.ts'

type Session = ResponseOf<typeof listSessions>['sessions'][number]

const methods = { password: 'byPassword', passwordCode: 'byPasswordCode', passkey: 'byPasskey', sso: 'bySso' } as const

/** Where one is logged in; any of them can be ended from here. */
export function Sessions() {
  const say = useWords(meWords)
  const { data, error, refetch } = useQuery(queryOf(listSessions))
  const ending = useEnding()
  const others = data?.sessions.some(({ current }) => !current)
  return (
    <section className={styles.card} aria-labelledby="sessions-title">
      <h3 id="sessions-title">{say('sessions')}</h3>
      {error && <Refused error={error} onRetry={refetch} />}
      {!data && !error && <Waiting rows={2} />}
      <ul>
        {data?.sessions.map((session) => (
          <SessionLine key={session.id} session={session} onEnd={() => ending.mutate(session.id)} />
        ))}
      </ul>
      {others && (
        <Button loading={ending.isPending} onClick={() => ending.mutate(null)}>
          {say('endOthers')}
        </Button>
      )}
      {ending.error && <Refused error={ending.error} />}
    </section>
  )
}

/** Ends one log-in, or with null all but this one. */
function useEnding() {
  const say = useWords(meWords)
  const announce = useAnnounce()
  return useMutation({
    mutationFn: (id: string | null) =>
      id === null ? call(endOtherSessions) : call(endSessionRoute, { params: { id } }),
    onSuccess: async () => {
      announce(say('ended'))
      await reading.invalidateQueries({ queryKey: queryOf(listSessions).queryKey })
    },
  })
}

function SessionLine({ session, onEnd }: { session: Session; onEnd: () => void }) {
  const say = useWords(meWords)
  const device = deviceOf(session.agent) ?? say('unknownPlace')
  return (
    <li className={styles.session}>
      <span>
        {device} {session.address} {session.current && `· ${say('here')}`}
        <span className={styles.soft}>
          {say('started', { method: say(methods[session.method ?? 'password']) })} <Moment at={session.startedAt} /> ·{' '}
          {say('seen')} <Moment at={session.seenAt} />
        </span>
      </span>
      {!session.current && (
        <Button type="link" onClick={onEnd} aria-label={`${say('end')} ${device}`}>
          {say('end')}
        </Button>
      )}
    </li>
  )
}
