import { Link } from '@tanstack/react-router'
import { Button } from 'antd'
import { useEffect, useRef } from 'react'
import { useKeys, useWords } from '#kit'
import { Actions } from '../case/actions.tsx'
import { useCase } from '../case/use-case.ts'
import { Key } from '../parts/key.tsx'
import { Waiting } from '../parts/states.tsx'
import styles from './intake.module.css'
import type { FiledCase } from './intake-draft.ts'
import { intakeWords } from './words.ts'

interface FiledProps {
  readonly filed: FiledCase
  readonly onAnother: () => void
  readonly onDone: () => void
}

/** The case exists: its number and receipt code to read out, and the next step right here. */
export function Filed({ filed, onAnother, onDone }: FiledProps) {
  const say = useWords(intakeWords)
  const heading = useRef<HTMLHeadingElement>(null)
  useEffect(() => heading.current?.focus(), [])
  useKeys([
    { keys: 'alt+n', label: say('another'), run: onAnother },
    { keys: 'alt+Enter', label: say('done'), run: onDone },
  ])
  return (
    <section className={styles.filed} aria-labelledby="filed">
      <h2 id="filed" ref={heading} tabIndex={-1}>
        {say('filed')}
      </h2>
      {filed.earlier && <p role="alert">{say('filedEarlier')}</p>}
      <Codes filed={filed} />
      <div className={styles.send}>
        <Button onClick={onAnother} aria-keyshortcuts="Alt+N">
          {say('another')} <Key keys="alt+n" />
        </Button>
        <Button onClick={onDone} aria-keyshortcuts="Alt+Enter">
          {say('done')} <Key keys="alt+Enter" />
        </Button>
        <Link to="/cases/$id" params={{ id: String(filed.id) }}>
          {say('openCase')}
        </Link>
      </div>
      <Next id={filed.id} />
    </section>
  )
}

function Codes({ filed }: { filed: FiledCase }) {
  const say = useWords(intakeWords)
  return (
    <>
      <dl className={styles.codes}>
        <div>
          <dt>{say('number')}</dt>
          <dd>{filed.number}</dd>
        </div>
        {filed.receipt && (
          <div>
            <dt>{say('receipt')}</dt>
            <dd>{filed.receipt}</dd>
          </div>
        )}
      </dl>
      {filed.receipt && <p>{say('tell')}</p>}
    </>
  )
}

function Next({ id }: { id: number }) {
  const say = useWords(intakeWords)
  const { data } = useCase(id)
  if (!data) return <Waiting rows={2} />
  return (
    <div className={styles.next}>
      <h3>{say('next')}</h3>
      <Actions view={data} />
    </div>
  )
}
