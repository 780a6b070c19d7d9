import { useState } from 'react'
import { nameIn, useWords } from '#kit'
import { useDrafts } from '../app/me.ts'
import { To, useGo } from '../app/places.tsx'
import { Act } from '../parts/act.tsx'
import { PhotoShelf } from '../saved/photos.ts'
import { useCase } from '../task/use-case.ts'
import { draftName } from '../task/verb-draft.ts'
import { type Command, declarationOf } from './command.ts'
import { outbox } from './line.ts'
import styles from './outbox.module.css'
import { outboxWords } from './words.ts'

/** A command that was not taken: why, what the case looks like now, and both ways on. Nothing is overwritten. */
export function HeldCommand({ command }: { command: Command }) {
  const say = useWords(outboxWords)
  const changed = command.held?.why === 'changed'
  return (
    <div className={styles.held}>
      <p>
        <strong>{say(changed ? 'heldChanged' : 'heldRefused')}</strong> {command.held?.sentence}
      </p>
      {changed && <News command={command} />}
      <To className={styles.see} to="/cases/$id" params={{ id: String(command.caseId) }}>
        {say('see')}
      </To>
      <TakeBack command={command} />
    </div>
  )
}

/** What others did meanwhile; once it is shown, the command may go as it is if the case still asks the same. */
function News({ command }: { command: Command }) {
  const say = useWords(outboxWords)
  const { data } = useCase(command.caseId)
  if (!data || data.fromPhone) return null
  const { timeline, verbs, version } = data.value
  const offered = verbs.find(({ verb }) => verb === command.verb)
  const same = offered && declarationOf(offered) === command.declaration
  return (
    <>
      <ul>
        {timeline
          .filter(({ seq }) => seq > command.seen)
          .map((entry) => (
            <li key={entry.seq}>
              {nameIn(entry.label)} · {nameIn(entry.actor)}
              {entry.texts.map(({ body }) => `：${body}`)}
            </li>
          ))}
      </ul>
      {same && <Act onPress={() => void outbox.release(command.id, version)}>{say('release')}</Act>}
      {offered && !same && <p>{say('formChanged')}</p>}
      {!offered && <p>{say('notOffered', { verb: nameIn(command.label) })}</p>}
    </>
  )
}

function TakeBack({ command }: { command: Command }) {
  const say = useWords(outboxWords)
  const [asked, setAsked] = useState(false)
  const takeBack = useTakeBack(command)
  if (!asked)
    return (
      <Act tone="quiet" onPress={() => setAsked(true)}>
        {say('drop')}
      </Act>
    )
  return (
    <fieldset className={styles.sure}>
      <legend>{say('dropSure')}</legend>
      <Act tone="plain" onPress={() => void takeBack()}>
        {say('dropYes')}
      </Act>{' '}
      <Act tone="quiet" onPress={() => setAsked(false)}>
        {say('dropNo')}
      </Act>
    </fieldset>
  )
}

/** The words and photos go back to the case's form before the command leaves the phone. */
function useTakeBack(command: Command) {
  const drafts = useDrafts()
  const go = useGo()
  return async () => {
    const name = draftName(command.caseId, command.verb)
    drafts.keep(name, command.body)
    await new PhotoShelf(command.owner).keep(name, command.photos)
    await outbox.drop(command.id)
    const params = { id: String(command.caseId), verb: command.verb }
    go({ to: '/cases/$id/$verb', params })
  }
}
