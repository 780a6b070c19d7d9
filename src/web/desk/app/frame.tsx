import { SearchOutlined } from '@ant-design/icons'
import { Link, Outlet, useLocation } from '@tanstack/react-router'
import { Button } from 'antd'
import { Suspense, useEffect, useRef } from 'react'
import { nameIn, useWords } from '#kit'
import { NoticeButton } from '../notices/notice-button.tsx'
import { Key, shortcut } from '../parts/key.tsx'
import { Waiting } from '../parts/states.tsx'
import { Duties } from './duties.tsx'
import styles from './frame.module.css'
import { KeyHelp } from './key-help.tsx'
import { useMe } from './me.ts'
import { pagesOf } from './pages.ts'
import { LazyPalette, usePalette } from './palette-door.tsx'
import { PersonMenu } from './person-menu.tsx'
import { Relogin } from './relogin.tsx'
import { frameWords } from './words.ts'

/** What stands around every page: the pages one may go to, the search that finds anything, and who one is. */
export function Frame() {
  const say = useWords(frameWords)
  useArrival()
  return (
    <div className={styles.frame}>
      <a className={styles.skip} href="#page">
        {say('skip')}
      </a>
      <header className={`${styles.bar} noPrint`}>
        <Link to="/work" search={{}} className={styles.product}>
          {say('product')}
          <span className={styles.district}>{nameIn(useMe().district.name)}</span>
        </Link>
        <PageLinks />
        <PaletteButton />
        <NoticeButton />
        <PersonMenu />
      </header>
      <Duties />
      <main id="page" className={styles.page} tabIndex={-1}>
        <Suspense fallback={<Waiting />}>
          <Outlet />
        </Suspense>
      </main>
      <LazyPalette />
      <KeyHelp />
      <Relogin />
    </div>
  )
}

/** After a change of page the focus stands on it, unless the page has set it itself. */
function useArrival() {
  const { pathname } = useLocation()
  const arrived = useRef(pathname)
  useEffect(() => {
    if (arrived.current === pathname) return
    arrived.current = pathname
    const page = document.getElementById('page')
    if (!page?.contains(document.activeElement)) page?.focus()
  }, [pathname])
}

function PageLinks() {
  const say = useWords(frameWords)
  const { pathname } = useLocation()
  const me = useMe()
  return (
    <nav className={styles.links} aria-label={say('pages')}>
      {pagesOf(me).map(({ to, name }) => {
        const isHere = name === 'admin' ? pathname.startsWith('/admin') : pathname === to
        return (
          <Link
            key={name}
            to={to}
            className={isHere ? `${styles.link} ${styles.here}` : styles.link}
            aria-current={isHere ? 'page' : undefined}
          >
            {say(name)}
          </Link>
        )
      })}
    </nav>
  )
}

function PaletteButton() {
  const say = useWords(frameWords)
  const { open } = usePalette()
  return (
    <Button className={styles.search} onClick={open} icon={<SearchOutlined />} aria-keyshortcuts={shortcut('ctrl+k')}>
      <span className={styles.searchWords}>
        {say('openPalette')} <Key keys="ctrl+k" />
      </span>
    </Button>
  )
}
