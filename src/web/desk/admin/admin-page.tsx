import { Link, Outlet } from '@tanstack/react-router'
import { useWords } from '#kit'
import { useMe } from '../app/me.ts'
import { useTitle } from '../parts/use-title.ts'
import styles from './admin.module.css'
import { adminSections } from './sections.ts'
import { adminWords } from './words.ts'

/** The frame of the pages by which a district is run. */
export function AdminPage() {
  const say = useWords(adminWords)
  const me = useMe()
  useTitle(say('title'))
  return (
    <div className={styles.page}>
      <nav className={styles.sections} aria-label={say('sections')}>
        {adminSections
          .filter((section) => section.forPosts(me))
          .map(({ to, name }) => (
            <Link key={to} to={to} className={styles.section} activeProps={{ className: styles.here }}>
              {say(name)}
            </Link>
          ))}
      </nav>
      <div className={styles.content}>
        <Outlet />
      </div>
    </div>
  )
}
