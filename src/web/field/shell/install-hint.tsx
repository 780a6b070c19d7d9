import { useState } from 'react'
import { localShelf, useWords } from '#kit'
import { Act } from '../parts/act.tsx'
import { tasksWords } from '../tasks/words.ts'
import { useInstall } from './install.ts'
import styles from './install-hint.module.css'

const refused = 'lianxin.field.install-refused'

/** Offers once to put the application on the home screen; a no is remembered. */
export function InstallHint() {
  const say = useWords(tasksWords)
  const install = useInstall()
  const [shown, setShown] = useState(() => localShelf().getItem(refused) === null)
  if (!install || !shown) return null
  const refuse = () => {
    localShelf().setItem(refused, 'yes')
    setShown(false)
  }
  return (
    <aside className={styles.hint} aria-label={say('installGo')}>
      <p>{say('install')}</p>
      <Act tone="plain" onPress={() => void install()}>
        {say('installGo')}
      </Act>{' '}
      <Act tone="quiet" onPress={refuse}>
        {say('installNo')}
      </Act>
    </aside>
  )
}
