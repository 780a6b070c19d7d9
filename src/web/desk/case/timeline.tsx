import type { CaseView, TimelineEntry } from '#kernel-contract/cases'
import { labelled, nameIn, useWords } from '#kit'
import { FileLink } from '../parts/file-link.tsx'
import { Moment } from '../parts/moment.tsx'
import caseStyles from './case.module.css'
import { Section } from './section.tsx'
import styles from './timeline.module.css'
import type { PendingVerb } from './use-verb.ts'
import { caseWords } from './words.ts'

interface TimelineProps {
  readonly entries: readonly TimelineEntry[]
  readonly files: CaseView['files']
  readonly pending: PendingVerb | null
}

/** What happened, oldest first; what was just done stands last, marked until the server has it. */
export function Timeline({ entries, files, pending }: TimelineProps) {
  const say = useWords(caseWords)
  return (
    <Section title={say('happened')}>
      <ol className={styles.timeline}>
        {entries.map((entry) => (
          <Entry key={entry.seq} entry={entry} files={files} />
        ))}
        {pending && (
          <li className={styles.pending}>
            <span className={styles.at}>{say('sending')}</span>
            <span className={styles.verb}>{pending.label}</span>
          </li>
        )}
      </ol>
    </Section>
  )
}

/** One line of the history, by whom in which role. */
export function Entry({ entry, files = [] }: { entry: TimelineEntry; files?: CaseView['files'] }) {
  const attached = files.filter(({ id }) => entry.files.includes(id))
  return (
    <li className={styles.entry}>
      <Moment at={entry.at} className={styles.at} />
      <div>
        <p>
          <span className={styles.verb}>{nameIn(entry.label)}</span>{' '}
          <span className={caseStyles.soft}>
            {entry.unit && `${nameIn(entry.unit.name)} · `}
            {nameIn(entry.actor)}
          </span>
        </p>
        <Details entry={entry} />
        {entry.texts.map(({ kind, body }) => (
          <Words key={kind} kind={kind} body={body} />
        ))}
        {attached.map((file) => (
          <FileLink key={file.id} {...file} />
        ))}
      </div>
    </li>
  )
}

function Details({ entry: { details } }: { entry: TimelineEntry }) {
  if (details.length === 0) return null
  return (
    <dl className={styles.details}>
      {details.map(({ label, value }) => (
        <div key={label.zh}>
          <dt>{labelled(nameIn(label))}</dt>
          <dd>{nameIn(value)}</dd>
        </div>
      ))}
    </dl>
  )
}

const textKinds = ['note', 'reply', 'reason', 'comment', 'coReply'] as const

// The request itself stands at the head of the letter.
function Words({ kind, body }: { kind: string; body: string }) {
  const say = useWords(caseWords)
  if (kind === 'request') return null
  const known = textKinds.find((each) => each === kind)
  return (
    <p className={kind === 'reply' ? styles.reply : styles.words}>
      {known && <span className="unseen">{labelled(say(known))}</span>}
      {body}
    </p>
  )
}
