import { useMutation } from '@tanstack/react-query'
import { Button, Input } from 'antd'
import { type FormEvent, useEffect, useId, useState } from 'react'
import { createUnmasking } from '#kernel-contract/people'
import { call, useWords } from '#kit'
import { Refused } from '../parts/states.tsx'
import styles from './unmask.module.css'
import { caseWords } from './words.ts'

interface UnmaskProps {
  readonly person: number
  readonly masked: string
  readonly number: string
}

// A full number does not stay on a screen that others can see.
const SHOWN = 60_000

/** A masked telephone; the whole of it for a stated purpose, for a minute. */
export function Unmask({ person, masked, number }: UnmaskProps) {
  const say = useWords(caseWords)
  const [asking, setAsking] = useState(false)
  const [value, setValue] = useState<string>()
  useEffect(() => {
    if (value === undefined) return
    const timer = setTimeout(() => setValue(undefined), SHOWN)
    return () => clearTimeout(timer)
  }, [value])
  const got = (full: string) => {
    setAsking(false)
    setValue(full)
  }
  return (
    <span>
      <span role="status">{value ?? masked}</span>{' '}
      {!value && !asking && (
        <Button type="link" size="small" className="noPrint" onClick={() => setAsking(true)}>
          {say('unmask')}
        </Button>
      )}
      {asking && <PurposeForm person={person} number={number} onValue={got} onCancel={() => setAsking(false)} />}
    </span>
  )
}

interface PurposeFormProps {
  readonly person: number
  readonly number: string
  readonly onValue: (value: string) => void
  readonly onCancel: () => void
}

function PurposeForm({ person, number, onValue, onCancel }: PurposeFormProps) {
  const say = useWords(caseWords)
  const id = useId()
  const [purpose, setPurpose] = useState(say('unmaskDefault', { number }))
  const asking = useMutation({
    mutationFn: () =>
      call(createUnmasking, { params: { id: person }, body: { field: 'phone', purpose: purpose.trim() } }),
    onSuccess: (answer) => onValue(answer.value),
  })
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (purpose.trim()) asking.mutate()
  }
  return (
    <form className={styles.form} onSubmit={submit}>
      <label htmlFor={id}>{say('unmaskPurpose')}</label>
      <Input id={id} autoFocus maxLength={200} value={purpose} onChange={({ target }) => setPurpose(target.value)} />
      <Button htmlType="submit" type="primary" loading={asking.isPending} disabled={!purpose.trim()}>
        {say('unmaskGo')}
      </Button>
      <Button onClick={onCancel}>{say('unmaskCancel')}</Button>
      {asking.error && <Refused error={asking.error} />}
    </form>
  )
}
