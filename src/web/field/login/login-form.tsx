import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { useWords } from '#kit'
import { giveCode, logIn } from './auth.ts'
import { SecretForm } from './secret-form.tsx'
import { loginWords } from './words.ts'

/** Name and password, then the one-time password where the person has one. */
export function LoginForm({ onDone }: { onDone: () => void }) {
  const say = useWords(loginWords)
  const [needsCode, setNeedsCode] = useState(false)
  const password = useMutation({
    mutationFn: ({ username, password }: Record<string, string>) => logIn(username!, password!),
    networkMode: 'always',
    onSuccess: (step) => (step === 'code' ? setNeedsCode(true) : onDone()),
  })
  const code = useMutation({
    mutationFn: ({ code }: Record<string, string>) => giveCode(code!.replace(/\s/g, '')),
    networkMode: 'always',
    onSuccess: onDone,
  })
  if (needsCode)
    return (
      <SecretForm
        key="code"
        fields={[{ name: 'code', label: say('code'), missing: say('codeMissing'), autoComplete: 'one-time-code' }]}
        act={say('goCode')}
        sending={code}
      />
    )
  return (
    <SecretForm
      key="password"
      fields={[
        { name: 'username', label: say('username'), missing: say('usernameMissing'), autoComplete: 'username' },
        {
          name: 'password',
          label: say('password'),
          missing: say('passwordMissing'),
          autoComplete: 'current-password',
          type: 'password',
        },
      ]}
      act={say('go')}
      sending={password}
    />
  )
}
