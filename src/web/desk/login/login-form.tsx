import { useState } from 'react'
import type { LogInStep } from './auth.ts'
import { CodeForm } from './code-form.tsx'
import { PasswordForm } from './password-form.tsx'

/** Password first, then the one-time password where the person has one. */
export function LoginForm({ onDone }: { onDone: () => void }) {
  const [step, setStep] = useState<LogInStep>('done')
  const next = (reached: LogInStep) => (reached === 'done' ? onDone() : setStep(reached))
  return step === 'code' ? <CodeForm onDone={onDone} onBack={() => setStep('done')} /> : <PasswordForm onStep={next} />
}
