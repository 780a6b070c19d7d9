import { useState } from 'react'
import { nameIn, useWords } from '#kit'
import { useMe } from '../app/me.ts'
import { useGo } from '../app/places.tsx'
import { reading } from '../app/reading.ts'
import { logOut } from '../login/auth.ts'
import { outbox } from '../outbox/line.ts'
import { useCommands } from '../outbox/use-outbox.ts'
import { Act } from '../parts/act.tsx'
import { LanguageSwitch } from '../parts/language-switch.tsx'
import { PageTitle } from '../parts/page-title.tsx'
import { Refused } from '../parts/states.tsx'
import { memory } from '../saved/known.ts'
import { meWords } from './words.ts'

/** Who one is here, and the way out. @rule F9 no check-in, points or ranking */
export function MePage() {
  const say = useWords(meWords)
  const me = useMe()
  const role = (name: string) => say(name === 'communityWorker' || name === 'handler' ? name : 'other')
  return (
    <>
      <PageTitle name={say('title')} />
      <h1>{nameIn(me.name)}</h1>
      <h2>{say('posts')}</h2>
      <ul>
        {me.posts.map(({ unit, unitName, role: name }) => (
          <li key={`${unit} ${name}`}>
            {nameIn(unitName)} · {role(name)}
          </li>
        ))}
      </ul>
      <p>
        <a className="target" href={`tel:${me.district.hotline}`}>
          {say('hotline', { number: me.district.hotline })}
        </a>
      </p>
      <LanguageSwitch />
      <p className="quiet">{say('desk')}</p>
      <p className="quiet">{say('privacy')}</p>
      <LogOut />
    </>
  )
}

function LogOut() {
  const say = useWords(meWords)
  const go = useGo()
  const count = useCommands().length
  const [asked, setAsked] = useState(false)
  const [error, setError] = useState<unknown>(null)
  const leave = async () => {
    try {
      await logOut()
    } catch (thrown) {
      return setError(thrown)
    }
    await Promise.all([memory.forget(), outbox.open(null)])
    reading.clear()
    go({ to: '/login' })
  }
  if (asked)
    return (
      <fieldset className="plain">
        <legend>{say('logOutSure', { count })}</legend>
        <Act onPress={() => void leave()}>{say('logOutYes')}</Act>{' '}
        <Act tone="plain" onPress={() => setAsked(false)}>
          {say('logOutNo')}
        </Act>
      </fieldset>
    )
  return (
    <>
      {error !== null && <Refused error={error} />}
      <Act tone="plain" onPress={() => (count > 0 ? setAsked(true) : void leave())}>
        {say('logOut')}
      </Act>
    </>
  )
}
