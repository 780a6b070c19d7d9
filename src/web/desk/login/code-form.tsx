import { useMutation } from '@tanstack/react-query'
import { Button, Input } from 'antd'
import { type FormEvent, useState } from 'react'
import { useWords } from '#kit'
import { describedBy, Labelled } from '../parts/labelled.tsx'
import { Refused } from '../parts/states.tsx'
import { giveCode } from './auth.ts'
import { loginWords } from './words.ts'

/** The second step of the log-in. Pasted and typed codes go as soon as six digits stand. */
export function CodeForm({ onDone, onBack }: { onDone: () => void; onBack: () => void }) {
  const say = useWords(loginWords)
  const [code, setCode] = useState('')
  const sending = useMutation({ mutationFn: giveCode, onSuccess: onDone })
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (code.trim()) sending.mutate(code)
  }
  const type = (typed: string) => {
    setCode(typed)
    if (/^\d{6}$/.test(typed) && !sending.isPending) sending.mutate(typed)
  }
  return (
    <form onSubmit={submit} noValidate>
      {sending.error && <Refused error={sending.error} />}
      <Labelled id="code" label={say('code')} hint={say('codeHint')}>
        <Input
          id="code"
          size="large"
          autoFocus
          inputMode="numeric"
          autoComplete="one-time-code"
          value={code}
          onChange={({ target }) => type(target.value)}
          {...describedBy('code', { hint: true })}
        />
      </Labelled>
      <Button type="primary" htmlType="submit" size="large" block loading={sending.isPending}>
        {say('verify')}
      </Button>
      <Button type="link" block onClick={onBack}>
        {say('back')}
      </Button>
    </form>
  )
}
