import { useMutation, useQuery } from '@tanstack/react-query'
import { Button } from 'antd'
import { useWords } from '#kit'
import { reading } from '../app/reading.ts'
import { addPasskey, listPasskeys, type Passkey, passkeysWork, removePasskey } from '../login/auth.ts'
import { useAnnounce } from '../parts/announce.tsx'
import { Moment } from '../parts/moment.tsx'
import { Refused } from '../parts/states.tsx'
import styles from './me.module.css'
import { meWords } from './words.ts'

const passkeys = { queryKey: ['passkeys'], queryFn: listPasskeys }
const readAgain = () => reading.invalidateQueries({ queryKey: passkeys.queryKey })

/** The machines that log in by themselves: this one may be added where the browser can, any may be removed. */
export function Passkeys() {
  const say = useWords(meWords)
  const announce = useAnnounce()
  const { data = [], error } = useQuery(passkeys)
  const adding = useMutation({
    mutationFn: addPasskey,
    onSuccess: async () => {
      announce(say('passkeyAdded'))
      await readAgain()
    },
    onError: () => announce(say('passkeyFailed'), 'error'),
  })
  return (
    <section className={styles.card} aria-labelledby="passkey-title">
      <h3 id="passkey-title">{say('passkey')}</h3>
      <p>{say('passkeyWhy')}</p>
      {error && <Refused error={error} onRetry={readAgain} />}
      {data.length > 0 && (
        <ul aria-label={say('passkeysHere')}>
          {data.map((passkey) => (
            <PasskeyLine key={passkey.id} passkey={passkey} />
          ))}
        </ul>
      )}
      {passkeysWork() && (
        <Button loading={adding.isPending} onClick={() => adding.mutate()}>
          {say('addPasskey')}
        </Button>
      )}
    </section>
  )
}

function PasskeyLine({ passkey: { id, name, createdAt } }: { passkey: Passkey }) {
  const say = useWords(meWords)
  const announce = useAnnounce()
  const removing = useMutation({
    mutationFn: () => removePasskey(id),
    onSuccess: async () => {
      announce(say('passkeyRemoved'))
      await readAgain()
    },
    onError: (error) => announce(error.message, 'error'),
  })
  return (
    <li className={styles.session}>
      <span>
        {name ?? say('passkey')}
        {createdAt && (
          <span className={styles.soft}>
            {say('passkeySince')} <Moment at={createdAt} />
          </span>
        )}
      </span>
      <Button type="link" loading={removing.isPending} onClick={() => removing.mutate()}>
        {say('removePasskey')}
      </Button>
    </li>
  )
}
