import { Button, Input } from 'antd'
import { type FormEvent, useState } from 'react'
import { type Failure, useWords } from '#kit'
import { Labelled } from '../parts/labelled.tsx'
import { Refused } from '../parts/states.tsx'
import styles from './case.module.css'
import { caseWords } from './words.ts'

interface SealedProps {
  /** What the server answered to the purpose given. */
  readonly refusal: Failure | undefined
  readonly busy: boolean
  readonly onPurpose: (purpose: string) => void
}

/** A sealed case opens for a stated purpose, which is recorded before anything is shown. */
export function Sealed({ refusal, busy, onPurpose }: SealedProps) {
  const say = useWords(caseWords)
  const [purpose, setPurpose] = useState('')
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (purpose.trim().length >= 2) onPurpose(purpose.trim())
  }
  return (
    <form className={styles.letter} onSubmit={submit}>
      <h1 className={styles.section}>{say('sealedTitle')}</h1>
      <p>{say('sealedWhy')}</p>
      {refusal && <Refused error={refusal} />}
      <div>
        <Labelled id="purpose" label={say('sealedPurpose')} required>
          <Input
            id="purpose"
            autoFocus
            maxLength={200}
            value={purpose}
            onChange={({ target }) => setPurpose(target.value)}
          />
        </Labelled>
        <Button htmlType="submit" type="primary" loading={busy} disabled={purpose.trim().length < 2}>
          {say('sealedOpen')}
        </Button>
      </div>
    </form>
  )
}
