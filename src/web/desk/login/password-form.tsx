import { useMutation } from '@tanstack/react-query'
import { Button, Input } from 'antd'
import { type FormEvent, useState } from 'react'
import { useWords } from '#kit'
import { describedBy, Labelled } from '../parts/labelled.tsx'
import { Refused } from '../parts/states.tsx'
import { type LogInStep, logIn, logInWithPasskey, passkeysWork } from './auth.ts'
import { loginWords } from './words.ts'

/** User name and password; the server's sentence says what is wrong, and for how long a locked log-in stays so. */
export function PasswordForm({ onStep }: { onStep: (step: LogInStep) => void }) {
  const say = useWords(loginWords)
  const [values, setValues] = useState({ username: '', password: '' })
  const [asked, setAsked] = useState(false)
  const sending = useMutation({ mutationFn: () => logIn(values.username.trim(), values.password), onSuccess: onStep })
  const missing = {
    username: asked && values.username.trim() === '' ? say('usernameMissing') : undefined,
    password: asked && values.password === '' ? say('passwordMissing') : undefined,
  }
  const submit = (event: FormEvent) => {
    event.preventDefault()
    setAsked(true)
    if (values.username.trim() && values.password) sending.mutate()
  }
  return (
    <form onSubmit={submit} noValidate>
      {sending.error && <Refused error={sending.error} />}
      <Labelled id="username" label={say('username')} problem={missing.username}>
        <Input
          id="username"
          size="large"
          autoFocus
          autoComplete="username webauthn"
          autoCapitalize="none"
          value={values.username}
          onChange={({ target }) => setValues({ ...values, username: target.value })}
          {...describedBy('username', { problem: missing.username })}
        />
      </Labelled>
      <Labelled id="password" label={say('password')} problem={missing.password}>
        <Input.Password
          id="password"
          size="large"
          autoComplete="current-password"
          value={values.password}
          onChange={({ target }) => setValues({ ...values, password: target.value })}
          {...describedBy('password', { problem: missing.password })}
        />
      </Labelled>
      <Button type="primary" htmlType="submit" size="large" block loading={sending.isPending}>
        {say('logIn')}
      </Button>
      {passkeysWork() && <PasskeyButton onDone={() => onStep('done')} />}
    </form>
  )
}

function PasskeyButton({ onDone }: { onDone: () => void }) {
  const say = useWords(loginWords)
  const trying = useMutation({ mutationFn: logInWithPasskey, onSuccess: onDone })
  return (
    <>
      <Button type="link" block loading={trying.isPending} onClick={() => trying.mutate()}>
        {say('passkey')}
      </Button>
      <p role="alert">{trying.error && say('passkeyFailed')}</p>
    </>
  )
}
