import { useEffect, useState } from 'react'
import { useLiveState, useWords } from '#kit'
import styles from './frame.module.css'
import { frameWords } from './words.ts'

// A line that comes back within this time needs no words.
const patience = 4_000

/** One line below the bar when something about the connection has to be known. */
export function Duties() {
  const say = useWords(frameWords)
  const online = useOnline()
  const lost = useLasting(useLiveState() === 'lost')
  if (online && !lost) return null
  return (
    <div className={`${styles.notice} noPrint`} role="status">
      {say(online ? 'liveLost' : 'offline')}
    </div>
  )
}

function useOnline(): boolean {
  const [online, setOnline] = useState(navigator.onLine)
  useEffect(() => {
    const look = () => setOnline(navigator.onLine)
    addEventListener('online', look)
    addEventListener('offline', look)
    return () => {
      removeEventListener('online', look)
      removeEventListener('offline', look)
    }
  }, [])
  return online
}

function useLasting(now: boolean): boolean {
  const [lasting, setLasting] = useState(false)
  useEffect(() => {
    const timer = setTimeout(() => setLasting(now), now ? patience : 0)
    return () => clearTimeout(timer)
  }, [now])
  return lasting
}
