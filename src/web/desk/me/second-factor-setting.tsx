import { useMutation } from '@tanstack/react-query'
import { Button, Input, QRCode } from 'antd'
import { type FormEvent, useState } from 'react'
import { useWords } from '#kit'
import { reading } from '../app/reading.ts'
import { beginSecondFactor, endSecondFactor, giveCode, type SecondFactor } from '../login/auth.ts'
import { useAnnounce } from '../parts/announce.tsx'
import { Labelled } from '../parts/labelled.tsx'
import { Refused } from '../parts/states.tsx'
import styles from './me.module.css'
import { meWords } from './words.ts'

/** Turns the one-time password on: the key for the authenticator, the backup codes, and the proof that it works. */
export function SecondFactorSetting() {
  const say = useWords(meWords)
  const [factor, setFactor] = useState<SecondFactor>()
  return (
    <section className={styles.card} aria-labelledby="factor-title">
      <h3 id="factor-title">{say('factor')}</h3>
      <p>{say('factorWhy')}</p>
      {factor ? <Prove factor={factor} onDone={() => setFactor(undefined)} /> : <Begin onBegun={setFactor} />}
    </section>
  )
}

function Begin({ onBegun }: { onBegun: (factor: SecondFactor) => void }) {
  const say = useWords(meWords)
  const [password, setPassword] = useState('')
  const announce = useAnnounce()
  const beginning = useMutation({ mutationFn: () => beginSecondFactor(password), onSuccess: onBegun })
  const ending = useMutation({
    mutationFn: () => endSecondFactor(password),
    onSuccess: async () => {
      setPassword('')
      announce(say('factorIsOff'))
      await reading.invalidateQueries()
    },
  })
  const error = beginning.error ?? ending.error
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (password) beginning.mutate()
  }
  return (
    <form onSubmit={submit}>
      <Labelled id="factor-password" label={say('confirmPassword')}>
        <Input.Password
          id="factor-password"
          autoComplete="current-password"
          value={password}
          onChange={({ target }) => setPassword(target.value)}
        />
      </Labelled>
      {error && <Refused error={error} />}
      <Button htmlType="submit" loading={beginning.isPending} disabled={!password}>
        {say('begin')}
      </Button>
      <Button type="link" loading={ending.isPending} disabled={!password} onClick={() => ending.mutate()}>
        {say('factorOff')}
      </Button>
    </form>
  )
}

const secretOf = (uri: string) => new URL(uri).searchParams.get('secret') ?? uri

function Prove({ factor, onDone }: { factor: SecondFactor; onDone: () => void }) {
  const say = useWords(meWords)
  const announce = useAnnounce()
  const [code, setCode] = useState('')
  const proving = useMutation({
    mutationFn: () => giveCode(code),
    onSuccess: async () => {
      announce(say('on'))
      onDone()
      await reading.invalidateQueries()
    },
  })
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (code.trim()) proving.mutate()
  }
  return (
    <form onSubmit={submit}>
      <p>{say('scan')}</p>
      <span aria-hidden="true">
        <QRCode value={factor.totpURI} type="svg" size={180} bordered={false} />
      </span>
      <p className={styles.secret}>
        <a href={factor.totpURI}>{secretOf(factor.totpURI)}</a>
      </p>
      <p>{say('backup')}</p>
      <ul className={styles.codes}>
        {factor.backupCodes.map((backup) => (
          <li key={backup}>{backup}</li>
        ))}
      </ul>
      <Labelled id="factor-code" label={say('code')}>
        <Input
          id="factor-code"
          inputMode="numeric"
          autoComplete="one-time-code"
          value={code}
          onChange={({ target }) => setCode(target.value)}
        />
      </Labelled>
      {proving.error && <Refused error={proving.error} />}
      <Button type="primary" htmlType="submit" loading={proving.isPending} disabled={!code.trim()}>
        {say('finish')}
      </Button>
    </form>
  )
}
