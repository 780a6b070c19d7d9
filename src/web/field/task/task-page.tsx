import { useState } from 'react'
import type { CaseView, VerbView } from '#kernel-contract/cases'
import { formModel, nameIn, useWords } from '#kit'
import { To, useAddress, useGo } from '../app/places.tsx'
import { outbox } from '../outbox/line.ts'
import { useCommandsOf } from '../outbox/use-outbox.ts'
import { Act } from '../parts/act.tsx'
import { PageTitle } from '../parts/page-title.tsx'
import { FromPhone, Refused, Waiting } from '../parts/states.tsx'
import { Contact } from './contact.tsx'
import { Deadline } from './deadline.tsx'
import { What, Where, Who } from './facts.tsx'
import { canAsk } from './field-control.tsx'
import styles from './task.module.css'
import { Entries, Timeline } from './timeline.tsx'
import { useCase } from './use-case.ts'
import { VerbForm } from './verb-form.tsx'
import { taskWords } from './words.ts'

/** One task, top to bottom: what is owed until when, where, who, what, and what can be done now. */
export function TaskPage() {
  const { id } = useAddress()
  const read = useCase(id)
  const say = useWords(taskWords)
  return (
    <>
      <To to="/" className={styles.back}>
        ‹ {say('back')}
      </To>
      {read.isPending && <Waiting />}
      {read.error && <Refused error={read.error} onRetry={() => void read.refetch()} />}
      {read.data && <FromPhone known={read.data} />}
      {read.data && <Task key={read.data.value.id} view={read.data.value} />}
    </>
  )
}

function Task({ view }: { view: CaseView }) {
  const say = useWords(taskWords)
  const urgency = view.urgency === 2 ? say('urgent2') : view.urgency === 1 ? say('urgent1') : null
  return (
    <article>
      <PageTitle name={view.title} />
      <p className="quiet">
        {[nameIn(view.kindLabel), nameIn(view.stateLabel), view.number].join(' · ')}
        {urgency && <span className={styles.urgent}>{urgency}</span>}
      </p>
      <h1>{view.title}</h1>
      <Deadline view={view} />
      <Where view={view} />
      <What view={view} />
      <Doing view={view} />
      <Timeline view={view} />
    </article>
  )
}

/** The steps: the contact, the next step opened, the others behind their names. */
function Doing({ view }: { view: CaseView }) {
  const say = useWords(taskWords)
  const go = useGo()
  const waiting = useCommandsOf(view.id)
  const [opened, setOpened] = useState(view.version)
  // What was done from here is no news to the person who did it.
  const seen = Math.max(opened, outbox.versionOf(view.id))
  const verbs = view.verbs.filter(({ verb }) => !waiting.some((command) => command.verb === verb))
  const main = verbs.filter(({ tone, verb }) => tone === 'main' && verb !== 'contact')
  if (view.version > seen) return <News view={view} seen={seen} onSeen={() => setOpened(view.version)} />
  return (
    <>
      <section aria-labelledby="who">
        <h2 id="who">{say('who')}</h2>
        <Who view={view} />
        <Contact view={view} seen={seen} />
      </section>
      {waiting.map(({ id, label }) => (
        <p key={id} className={styles.waits}>
          {say('waits', { verb: nameIn(label) })}
        </p>
      ))}
      {main.map((verb) => (
        <VerbForm
          key={verb.verb}
          view={view}
          verb={verb}
          seen={seen}
          onGiven={() => verb.verb !== 'acknowledge' && go({ to: '/' })}
        />
      ))}
      {main.length === 0 && waiting.length === 0 && <p className={styles.done}>{say('done')}</p>}
      <Others view={view} verbs={verbs.filter((verb) => !main.includes(verb) && verb.verb !== 'contact')} />
    </>
  )
}

interface NewsProps {
  readonly view: CaseView
  readonly seen: number
  readonly onSeen: () => void
}

/** What others did meanwhile, before anything can be done on top of it; what was typed waits. */
function News({ view, seen, onSeen }: NewsProps) {
  const say = useWords(taskWords)
  return (
    <div className={styles.news} role="alert">
      <p>{say('news')}</p>
      <Entries view={view} entries={view.timeline.filter(({ seq }) => seq > seen)} />
      <Act tone="plain" onPress={onSeen}>
        {say('newsSeen')}
      </Act>
    </div>
  )
}

function Others({ view, verbs }: { view: CaseView; verbs: readonly VerbView[] }) {
  const say = useWords(taskWords)
  const asks = (verb: VerbView) => formModel(verb.needs).every(canAsk)
  const elsewhere = verbs.filter((verb) => !asks(verb)).map(({ label }) => nameIn(label))
  return (
    <section aria-labelledby="others">
      <h2 id="others">{say('others')}</h2>
      <ul className={styles.others}>
        {verbs.filter(asks).map((verb) => (
          <li key={verb.verb}>
            <To to="/cases/$id/$verb" params={{ id: String(view.id), verb: verb.verb }}>
              {nameIn(verb.label)}
            </To>
          </li>
        ))}
      </ul>
      {elsewhere.length > 0 && <p className="quiet">{say('onDesk') + elsewhere.join('、')}</p>}
      {view.absent.map(({ label, why }) => (
        <p key={label.zh} className="quiet">
          {nameIn(label)}：{nameIn(why)}
        </p>
      ))}
    </section>
  )
}
