import type { FormValues } from '#kit'
import { useWords } from '#kit'
import { Act } from '../parts/act.tsx'
import styles from './task.module.css'
import { phraseWords, taskWords } from './words.ts'

const phrases = [
  ['solved', 'solvedText'],
  ['explained', 'explainedText'],
  ['notPossible', 'notPossibleText'],
] as const

/** Beginnings of a reply: one tap chooses the outcome and writes a first sentence, never over what was written. */
export function Phrases({ values, onPick }: { values: FormValues; onPick: (values: FormValues) => void }) {
  const say = useWords(taskWords)
  const phrase = useWords(phraseWords)
  if (String(values.text ?? '').trim() !== '') return null
  return (
    <fieldset className={styles.phrases}>
      <legend>{say('phrases')}</legend>
      {phrases.map(([outcome, text]) => (
        <Act key={outcome} tone="plain" onPress={() => onPick({ outcome, text: phrase(text) })}>
          {phrase(text)}
        </Act>
      ))}
    </fieldset>
  )
}
