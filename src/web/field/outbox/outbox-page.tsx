import { nameIn, useWords } from '#kit'
import { Act } from '../parts/act.tsx'
import { PageTitle } from '../parts/page-title.tsx'
import { Empty } from '../parts/states.tsx'
import type { Command } from './command.ts'
import { HeldCommand } from './held-command.tsx'
import { outbox } from './line.ts'
import styles from './outbox.module.css'
import { useCommands } from './use-outbox.ts'
import { outboxWords } from './words.ts'

/** What waits on this phone, and what its person has to look at. */
export function OutboxPage() {
  const say = useWords(outboxWords)
  const commands = useCommands()
  const waits = commands.some(({ state }) => state === 'waiting')
  return (
    <>
      <PageTitle name={say('title')} />
      <h1>{say('title')}</h1>
      {commands.length === 0 && <Empty title={say('empty')}>{say('emptyWhy')}</Empty>}
      <ul className={styles.list}>
        {commands.map((command) => (
          <li key={command.id} className={styles.command}>
            <Summary command={command} />
            {command.state === 'held' ? <HeldCommand command={command} /> : <p>{say('waits')}</p>}
          </li>
        ))}
      </ul>
      {waits && <Act onPress={() => void outbox.flush()}>{say('sendNow')}</Act>}
    </>
  )
}

function Summary({ command }: { command: Command }) {
  const say = useWords(outboxWords)
  const photos = Object.values(command.photos).flat().length
  const words = Object.values(command.body).filter((value) => typeof value === 'string' && value.length > 8)
  return (
    <>
      <h2>{nameIn(command.label)}</h2>
      <p className="quiet">
        {command.title} · {command.number}
      </p>
      {words.map((text) => (
        <p key={String(text)} className="letter">
          {String(text)}
        </p>
      ))}
      {photos > 0 && <p>{say('photos', { count: photos })}</p>}
    </>
  )
}
