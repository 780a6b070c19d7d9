import { useRouter, useSearch } from '@tanstack/react-router'
import { useWords } from '#kit'
import { loggedOut } from '../app/log-in-state.ts'
import { useGo } from '../app/places.tsx'
import { reading } from '../app/reading.ts'
import { frameWords } from '../app/words.ts'
import { LanguageSwitch } from '../parts/language-switch.tsx'
import { PageTitle } from '../parts/page-title.tsx'
import { LoginForm } from './login-form.tsx'
import { loginWords } from './words.ts'

export function LoginPage() {
  const say = useWords(loginWords)
  const product = useWords(frameWords)('product')
  const { next } = useSearch({ strict: false }) as { next?: string }
  const go = useGo()
  const router = useRouter()
  const goOn = () => {
    loggedOut.set(false)
    reading.clear()
    if (next) router.history.push(`${router.basepath}${next}`)
    else go({ to: '/' })
  }
  return (
    <main className="page">
      <p className="quiet">{product}</p>
      <PageTitle name={say('title')} />
      <h1>{say('title')}</h1>
      <LoginForm onDone={goOn} />
      <LanguageSwitch />
    </main>
  )
}
