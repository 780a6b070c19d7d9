import { createContext, type ReactNode, useContext, useEffect, useState } from 'react'
import styles from './said.module.css'

const Sentence = createContext('')
const Say = createContext<(sentence: string) => void>(() => {})

/** Says one sentence about what was just done, seen and heard, wherever the person has gone meanwhile. */
export const useSaid = () => useContext(Say)

// Long enough to read one line twice; the next touch ends it, for by then it was read.
const shownFor = 6_000

export function SaidProvider({ children }: { children: ReactNode }) {
  const [sentence, setSentence] = useState('')
  useEffect(() => {
    if (sentence === '') return
    const end = () => setSentence('')
    const timer = setTimeout(end, shownFor)
    addEventListener('pointerdown', end)
    return () => {
      clearTimeout(timer)
      removeEventListener('pointerdown', end)
    }
  }, [sentence])
  return (
    <Sentence value={sentence}>
      <Say value={setSentence}>{children}</Say>
    </Sentence>
  )
}

/** Where the sentence stands. */
export function Said() {
  const sentence = useContext(Sentence)
  return (
    <div className={styles.said} role="status">
      {sentence}
    </div>
  )
}
