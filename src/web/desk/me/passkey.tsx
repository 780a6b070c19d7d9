import { useMutation } from '@tanstack/react-query'
import { Button } from 'antd'
import { useWords } from '#kit'
import { addPasskey, passkeysWork } from '../login/auth.ts'
import { useAnnounce } from '../parts/announce.tsx'
import styles from './me.module.css'
import { meWords } from './words.ts'

/** Lets this computer log in by itself; shown where the browser can. */
export function Passkey() {
  const say = useWords(meWords)
  const announce = useAnnounce()
  const adding = useMutation({
    mutationFn: addPasskey,
    onSuccess: () => announce(say('passkeyAdded')),
    onError: () => announce(say('passkeyFailed'), 'error'),
  })
  if (!passkeysWork()) return null
  return (
    <section className={styles.card} aria-labelledby="passkey-title">
      <h3 id="passkey-title">{say('passkey')}</h3>
      <p>{say('passkeyWhy')}</p>
      <Button loading={adding.isPending} onClick={() => adding.mutate()}>
        {say('addPasskey')}
      </Button>
    </section>
  )
}
