import { Button } from 'antd'
import { useState } from 'react'
import { labelled, momentInWords, quoted, useLanguage, useWords } from '#kit'
import { useDrafts } from '../app/me.ts'
import styles from './intake.module.css'
import { type IntakeDraft, isBlank } from './intake-draft.ts'
import { draftNames, type IntakeState, slotOfTab } from './use-intake.ts'
import { intakeWords } from './words.ts'

/** Requests that were begun in a tab that is gone: nothing typed is ever lost, only put aside. */
export function Unfinished({ intake }: { intake: IntakeState }) {
  const drafts = useDrafts()
  const own = slotOfTab()
  const [kept, setKept] = useState(() =>
    drafts.list<IntakeDraft>(draftNames).filter(({ name, value }) => name !== own && !isBlank(value)),
  )
  if (kept.length === 0 || !isBlank(intake.draft) || intake.draft.isFiled) return null
  const drop = (name: string) => {
    drafts.drop(name)
    setKept((before) => before.filter((draft) => draft.name !== name))
  }
  const resume = (name: string, value: IntakeDraft) => {
    intake.adopt(value)
    drop(name)
  }
  return (
    <ul className={styles.unfinished}>
      {kept.map(({ name, savedAt, value }) => (
        <Kept
          key={name}
          savedAt={savedAt}
          text={value.asked.text}
          onResume={() => resume(name, value)}
          onDrop={() => drop(name)}
        />
      ))}
    </ul>
  )
}

interface KeptProps {
  readonly savedAt: number
  readonly text: string
  readonly onResume: () => void
  readonly onDrop: () => void
}

const GLIMPSE = 24

function Kept({ savedAt, text, onResume, onDrop }: KeptProps) {
  const say = useWords(intakeWords)
  const language = useLanguage()
  return (
    <li>
      {labelled(say('unfinished'), momentInWords(new Date(savedAt).toISOString(), language))}{' '}
      {quoted(text.slice(0, GLIMPSE) || say('nothingTyped'))}
      <Button type="link" size="small" onClick={onResume}>
        {say('resume')}
      </Button>
      <Button type="link" size="small" onClick={onDrop}>
        {say('discard')}
      </Button>
    </li>
  )
}
