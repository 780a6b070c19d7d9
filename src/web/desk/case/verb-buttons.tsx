import { Button } from 'antd'
import type { VerbView } from '#kernel-contract/cases'
import { labelled, nameIn, useWords } from '#kit'
import { Key } from '../parts/key.tsx'
import styles from './actions.module.css'
import { caseWords } from './words.ts'

interface VerbButtonsProps {
  readonly verbs: readonly VerbView[]
  readonly busy: boolean
  readonly onChoose: (verb: VerbView) => void
}

/** Exactly the verbs that this person may do now: the likely one first, what mends a wrong step apart. */
export function VerbButtons({ verbs, busy, onChoose }: VerbButtonsProps) {
  const say = useWords(caseWords)
  const mends = verbs.filter(({ tone }) => tone === 'mend')
  const steps = [
    ...verbs.filter(({ tone }) => tone === 'main'),
    ...verbs.filter(({ tone }) => tone === 'plain' || tone === 'danger'),
  ]
  if (verbs.length === 0) return <p>{say('nothing')}</p>
  return (
    <>
      <div className={styles.buttons}>
        {steps.map((verb) => (
          <VerbButton key={verb.verb} verb={verb} busy={busy} onChoose={onChoose} />
        ))}
      </div>
      {mends.length > 0 && (
        <div className={styles.mends}>
          {labelled(say('mends'))}
          {mends.map((verb) => (
            <VerbButton key={verb.verb} verb={verb} busy={busy} onChoose={onChoose} />
          ))}
        </div>
      )}
    </>
  )
}

interface VerbButtonProps {
  readonly verb: VerbView
  readonly busy: boolean
  readonly onChoose: (verb: VerbView) => void
}

const looks = {
  main: { type: 'primary' },
  plain: { type: 'default' },
  danger: { type: 'default', danger: true },
  mend: { type: 'link', size: 'small' },
} as const

function VerbButton({ verb, busy, onChoose }: VerbButtonProps) {
  return (
    <Button
      id={`verb-${verb.verb}`}
      {...looks[verb.tone]}
      disabled={busy}
      onClick={() => onChoose(verb)}
      aria-keyshortcuts={verb.key}
      title={verb.hint && nameIn(verb.hint)}
    >
      {nameIn(verb.label)} {verb.key && <Key keys={verb.key} />}
    </Button>
  )
}
