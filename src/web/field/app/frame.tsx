import { Outlet } from '@tanstack/react-router'
import { Suspense, useSyncExternalStore } from 'react'
import { useWords } from '#kit'
import { LoginForm } from '../login/login-form.tsx'
import { useFlushing } from '../outbox/use-flushing.ts'
import { useCommands } from '../outbox/use-outbox.ts'
import { usePageStart } from '../parts/page-title.tsx'
import { Said } from '../parts/said.tsx'
import { Waiting } from '../parts/states.tsx'
import styles from './frame.module.css'
import { loggedOut } from './log-in-state.ts'
import { useMe } from './me.ts'
import { To } from './places.tsx'
import { reading } from './reading.ts'
import { frameWords } from './words.ts'

/** What stands around every page: where one can go, and what still waits on the phone. */
export function Frame() {
  const say = useWords(frameWords)
  const ended = useSyncExternalStore(loggedOut.watch, loggedOut.get)
  useFlushing()
  usePageStart()
  return (
    <div className={styles.frame}>
      <a className="skip" href="#page">
        {say('skip')}
      </a>
      <OnTheWay />
      <div className={styles.scroll} data-scroll-restoration-id="page">
        <main id="page" className="page" tabIndex={-1}>
          {ended ? (
            <LogInAgain />
          ) : (
            <Suspense fallback={<Waiting />}>
              <PasswordDue />
              <Outlet />
            </Suspense>
          )}
        </main>
      </div>
      <Said />
      <Places />
    </div>
  )
}

function Places() {
  const say = useWords(frameWords)
  const count = useCommands().length
  const here = { className: styles.here, 'aria-current': 'page' } as const
  return (
    <nav className={styles.places} aria-label={say('pages')}>
      <To to="/" className={styles.place} activeOptions={{ exact: true, includeSearch: false }} activeProps={here}>
        {say('tasks')}
      </To>
      <To to="/outbox" className={styles.place} activeProps={here}>
        {say('outbox')}
        {count > 0 && <span className={styles.count}>{count}</span>}
      </To>
      <To to="/me" className={styles.place} activeProps={here}>
        {say('me')}
      </To>
    </nav>
  )
}

/** One line while something waits on the phone. */
function OnTheWay() {
  const say = useWords(frameWords)
  const commands = useCommands()
  const held = commands.filter(({ state }) => state === 'held').length
  if (commands.length === 0) return <div role="status" />
  return (
    <div className={held > 0 ? styles.held : styles.waiting} role="status">
      {held > 0 ? say('held', { count: held }) : say('waiting', { count: commands.length })}{' '}
      {held > 0 && <To to="/outbox">{say('look')}</To>}
    </div>
  )
}

function LogInAgain() {
  const say = useWords(frameWords)
  const goOn = async () => {
    loggedOut.set(false)
    await reading.invalidateQueries()
  }
  return (
    <section aria-labelledby="again">
      <h1 id="again">{say('expired')}</h1>
      <p>{say('expiredWhy')}</p>
      <LoginForm onDone={goOn} />
    </section>
  )
}

function PasswordDue() {
  const say = useWords(frameWords)
  return useMe().passwordDue ? <p className={styles.held}>{say('passwordDue')}</p> : null
}
