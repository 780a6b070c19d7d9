import { CloseOutlined, CopyOutlined, ExportOutlined, PrinterOutlined } from '@ant-design/icons'
import { Link } from '@tanstack/react-router'
import { Button } from 'antd'
import type { CaseView } from '#kernel-contract/cases'
import { exactMoment, nameIn, useWords } from '#kit'
import { useMe } from '../app/me.ts'
import { useAnnounce } from '../parts/announce.tsx'
import { Mark } from '../parts/mark.tsx'
import { urgencies } from '../parts/urgency.ts'
import styles from './case-head.module.css'
import { LastWord } from './last-word.tsx'
import { caseWords } from './words.ts'

interface HeadProps {
  readonly view: CaseView
  readonly onClose: (() => void) | undefined
}

/** The head of the letter: what it is about, its number and how far it is. */
export function CaseHead({ view, onClose }: HeadProps) {
  return (
    <header className={styles.head}>
      <PrintedHead />
      <div className={styles.line}>
        <CaseNumber number={view.number} />
        <Tools view={view} onClose={onClose} />
      </div>
      <h1 id={`case-${view.id}`} className={styles.title}>
        {view.title}
      </h1>
      <Marks view={view} />
      <LastWord view={view} />
    </header>
  )
}

function CaseNumber({ number }: { number: string }) {
  const say = useWords(caseWords)
  const announce = useAnnounce()
  const copy = () => navigator.clipboard.writeText(number).then(() => announce(say('copied')))
  return (
    <span className={styles.number}>
      <span className="unseen">{say('number')} </span>
      {number}
      {navigator.clipboard && (
        <Button
          type="text"
          size="small"
          className="noPrint"
          icon={<CopyOutlined />}
          aria-label={say('copy')}
          onClick={copy}
        />
      )}
    </span>
  )
}

function Tools({ view, onClose }: HeadProps) {
  const say = useWords(caseWords)
  return (
    <span className={`${styles.tools} noPrint`}>
      {onClose && (
        <Link to="/cases/$id" params={{ id: String(view.id) }}>
          <ExportOutlined aria-hidden="true" /> {say('alone')}
        </Link>
      )}
      <Button type="text" size="small" icon={<PrinterOutlined />} onClick={() => print()}>
        {say('print')}
      </Button>
      {onClose && (
        <Button type="text" size="small" icon={<CloseOutlined />} onClick={onClose} aria-keyshortcuts="Escape">
          {say('close')}
        </Button>
      )}
    </span>
  )
}

function Marks({ view }: { view: CaseView }) {
  const say = useWords(caseWords)
  return (
    <p className={styles.marks}>
      <Mark tone={view.phase === 'closed' ? 'plain' : 'accent'}>{nameIn(view.stateLabel)}</Mark>
      {view.urgency > 0 && (
        <Mark tone={view.urgency > 1 ? 'danger' : 'warning'}>{say(urgencies[view.urgency] ?? 'urgent')}</Mark>
      )}
      {view.sealed && <Mark tone="danger">{say('sealed')}</Mark>}
      {view.history && <Mark>{say('history')}</Mark>}
      <span>{nameIn(view.kindLabel)}</span>
      <span className={styles.subject}>
        {view.subject ? view.subject.path.map((name) => nameIn(name)).join(' › ') : say('unsorted')}
      </span>
    </p>
  )
}

function PrintedHead() {
  const say = useWords(caseWords)
  const { district, name } = useMe()
  return (
    <p className={styles.printed}>
      <span>{nameIn(district.name)}</span>
      <span>
        {nameIn(name)} · {say('printed', { at: exactMoment(new Date().toISOString()) })}
      </span>
    </p>
  )
}
