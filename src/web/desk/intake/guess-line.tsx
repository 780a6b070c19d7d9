import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { Button } from 'antd'
import { guessIntake, kindLabels } from '#contract/hotline'
import { guessPlace } from '#kernel-contract/places'
import { call, labelled, nameIn, quoted, useKeys, useWords } from '#kit'
import { Key } from '../parts/key.tsx'
import { placeWords } from '../parts/place-input.tsx'
import { useSubjects } from '../parts/subject-select.tsx'
import { pathOf } from '../parts/subject-tree.ts'
import { urgencies } from '../parts/urgency.ts'
import { useSettled } from '../parts/use-settled.ts'
import styles from './intake.module.css'
import { type Asked, type Guess, openGuess } from './intake-draft.ts'
import { intakeWords } from './words.ts'

// Fewer characters say nothing yet.
const ENOUGH = 4

/** What the words so far seem to be about. One key takes it over; what the agent has chosen is left alone. */
export function GuessLine({ asked, onAdopt }: { asked: Asked; onAdopt: (guess: Partial<Asked>) => void }) {
  const say = useWords(intakeWords)
  const open = useGuess(asked)
  const words = useGuessWords(open)
  const found = words.length > 0
  useKeys([{ keys: 'alt+g', label: say('adopt'), run: () => onAdopt(open) }], { on: found })
  return (
    <div className={styles.guess} role="status">
      {found && (
        <>
          <span>{labelled(say('guessed'), words.join(' · '))}</span>
          <Button size="small" onClick={() => onAdopt(open)} aria-keyshortcuts="Alt+G">
            {say('adopt')} <Key keys="alt+g" />
          </Button>
        </>
      )}
    </div>
  )
}

/** The guess of the words, and the place with all that it lies in: '3号楼' alone is nowhere. */
async function readGuess(text: string, signal: AbortSignal): Promise<Guess> {
  const [guess, { place }] = await Promise.all([
    call(guessIntake, { body: { text }, signal }),
    call(guessPlace, { body: { text }, signal }),
  ])
  return { ...guess, place: place && { id: place.id, text: placeWords(place) } }
}

function useGuess(asked: Asked): Partial<Asked> {
  const text = useSettled(asked.text.trim(), 400)
  const { data } = useQuery({
    queryKey: [guessIntake.path, text],
    queryFn: ({ signal }) => readGuess(text, signal),
    enabled: text.length >= ENOUGH,
    placeholderData: keepPreviousData,
    staleTime: 60_000,
    retry: false,
  })
  return openGuess(asked, text.length >= ENOUGH ? data : undefined)
}

function useGuessWords({ title, kind, subject, place, urgency }: Partial<Asked>): string[] {
  const say = useWords(intakeWords)
  const subjects = useSubjects()
  return [
    kind && nameIn(kindLabels[kind]),
    subject && pathOf(subjects, subject),
    place?.text,
    urgency && say(urgencies[urgency]),
    title && quoted(title),
  ].filter((word): word is string => typeof word === 'string')
}
