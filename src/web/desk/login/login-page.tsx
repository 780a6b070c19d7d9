import { useNavigate, useRouter, useSearch } from '@tanstack/react-router'
import { Button } from 'antd'
import { useEffect } from 'react'
import { changeLanguage, useLanguage, useWords } from '#kit'
import { expiry, reading } from '../app/reading.ts'
import { frameWords } from '../app/words.ts'
import { useTitle } from '../parts/use-title.ts'
import styles from './login.module.css'
import { LoginForm } from './login-form.tsx'
import { loginWords } from './words.ts'

export function LoginPage() {
  const say = useWords(loginWords)
  useTitle(say('title'))
  const frame = useWords(frameWords)
  const goOn = useGoOn()
  usePreload()
  return (
    <main className={styles.page}>
      <section className={styles.card} aria-labelledby="login-title">
        <p className={styles.product}>{frame('product')}</p>
        <h1 id="login-title">{say('title')}</h1>
        <p className={styles.purpose}>{say('purpose')}</p>
        <LoginForm onDone={goOn} />
      </section>
      <footer className={styles.foot}>
        <a href="/">{say('resident')}</a>
        <LanguageButton />
      </footer>
    </main>
  )
}

function LanguageButton() {
  const say = useWords(loginWords)
  const language = useLanguage()
  return (
    <Button type="link" size="small" onClick={() => changeLanguage(language === 'zh' ? 'en' : 'zh')}>
      {say('language')}
    </Button>
  )
}

// While the name is being typed, the page that comes next is fetched.
function usePreload() {
  const router = useRouter()
  useEffect(() => {
    void router.loadRouteChunk(router.routesByPath['/work'])
  }, [router])
}

/** After the log-in: to the page that asked for it, never to another site. */
function useGoOn() {
  const { next } = useSearch({ from: '/login' })
  const navigate = useNavigate()
  const router = useRouter()
  return async () => {
    expiry.set(false) // nobody was logged in yet: that is no log-in that ended
    reading.clear()
    if (next?.startsWith('/') && !next.startsWith('//'))
      router.history.push(`${router.basepath}${next}`.replace('/desk/desk', '/desk'))
    else await navigate({ to: '/' })
  }
}
