import { createContext, type ReactNode, useContext, useEffect, useState } from 'react'
import styles from './said.module.css'

const Say = createContext<(sentence: string) => void>(() => {})

/** Says one sentence about what was just done, seen and heard, wherever the person has gone meanwhile. */
export const useSaid = () => useContext(Say)

// Long enough to read one line twice.
const shownFor = 6_000

export function SaidProvider({ children }: { children: ReactNode }) {
  const [sentence, setSentence] = useState('')
  useEffect(() => {
    if (sentence === '') return
    const timer = setTimeout(() => setSentence(''), shownFor)
    return () => clearTimeout(timer)
  }, [sentence])
  return (
    <Say value={setSentence}>
      {children}
      <div className={styles.said} role="status">
        {sentence && <p>{sentence}</p>}
      </div>
    </Say>
  )
}
