import { Link } from '@tanstack/react-router'
import { useEffect, useState } from 'react'
import { useLive, useLiveState, useWords } from '#kit'
import styles from './frame.module.css'
import { meQuery, useMe } from './me.ts'
import { reading } from './reading.ts'
import { frameWords } from './words.ts'

// A line that comes back within this time needs no words.
const patience = 4_000

/** Lines below the bar: what the connection lacks, and what the log-in still needs before all work can be done. */
export function Duties() {
  const { passwordDue, secondFactorDue } = useMe()
  return (
    <>
      <Connection />
      {passwordDue && <LogInDuty sentence="passwordDue" act="changePassword" hash="password-title" />}
      {secondFactorDue && <LogInDuty sentence="secondFactorDue" act="setSecondFactor" hash="factor-title" />}
    </>
  )
}

function Connection() {
  const say = useWords(frameWords)
  const online = useOnline()
  // The stream says that the log-in has ended; asking who one is makes the frame ask for a new one.
  useLive('end', () => void reading.invalidateQueries({ queryKey: meQuery.queryKey }))
  const lost = useLasting(useLiveState() === 'lost')
  return (
    <div role="status" className="noPrint">
      {(!online || lost) && <p className={styles.notice}>{say(online ? 'liveLost' : 'offline')}</p>}
    </div>
  )
}

interface LogInDutyProps {
  readonly sentence: 'passwordDue' | 'secondFactorDue'
  readonly act: 'changePassword' | 'setSecondFactor'
  readonly hash: string
}

function LogInDuty({ sentence, act, hash }: LogInDutyProps) {
  const say = useWords(frameWords)
  return (
    <section className={`${styles.notice} noPrint`} aria-label={say('duty')}>
      {say(sentence)}
      <Link to="/me" hash={hash}>
        {say(act)}
      </Link>
    </section>
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
