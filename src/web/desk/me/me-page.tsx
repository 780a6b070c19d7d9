import { useQueryClient } from '@tanstack/react-query'
import { changeLanguage, type Language, nameIn, useLanguage, useWords } from '#kit'
import { useMe } from '../app/me.ts'
import { roleWords } from '../app/role-words.ts'
import { Choices } from '../parts/choices.tsx'
import { useTitle } from '../parts/use-title.ts'
import { chooseDensity, useDensity } from '../preferences.ts'
import { densities } from '../theme.ts'
import styles from './me.module.css'
import { Passkeys } from './passkeys.tsx'
import { PasswordChange } from './password-change.tsx'
import { SecondFactorSetting } from './second-factor-setting.tsx'
import { Sessions } from './sessions.tsx'
import { meWords } from './words.ts'

/** What belongs to the person: language, density, and how they log in. */
export function MePage() {
  const say = useWords(meWords)
  useTitle(say('title'))
  return (
    <div className={styles.page}>
      <h1>{say('title')}</h1>
      <Who />
      <LanguageChoice />
      <DensityChoice />
      <h2>{say('logIn')}</h2>
      <PasswordChange />
      <SecondFactorSetting />
      <Passkeys />
      <Sessions />
    </div>
  )
}

function Who() {
  const say = useWords(meWords)
  const role = useWords(roleWords)
  const me = useMe()
  return (
    <section aria-label={say('who')}>
      <p className={styles.name}>{nameIn(me.name)}</p>
      <p>{say('district', { district: nameIn(me.district.name), hotline: me.district.hotline })}</p>
      <ul>
        {me.posts.map((post) => (
          <li key={`${post.unit} ${post.role}`}>
            {nameIn(post.unitName)} · {role(post.role)}
          </li>
        ))}
      </ul>
    </section>
  )
}

const languages = [
  { value: 'zh', label: '中文' },
  { value: 'en', label: 'English' },
] as const

function LanguageChoice() {
  const say = useWords(meWords)
  const language = useLanguage()
  const client = useQueryClient()
  const choose = async (chosen: Language) => {
    await changeLanguage(chosen)
    await client.invalidateQueries()
  }
  return <Choices id="language" label={say('language')} options={languages} value={language} onChange={choose} />
}

function DensityChoice() {
  const say = useWords(meWords)
  const options = densities.map((value) => ({ value, label: say(value) }))
  return <Choices id="density" label={say('density')} options={options} value={useDensity()} onChange={chooseDensity} />
}
