import { useRef, useState } from 'react'
import type { CaseView, VerbView } from '#kernel-contract/cases'
import { formModel, labelled, nameIn, newKey, useKeys, useWords } from '#kit'
import { useAnnounce } from '../parts/announce.tsx'
import { Refused } from '../parts/states.tsx'
import styles from './actions.module.css'
import { useVerb } from './use-verb.ts'
import { VerbButtons } from './verb-buttons.tsx'
import { VerbForm } from './verb-form.tsx'
import { caseWords } from './words.ts'

interface ActionsProps {
  readonly view: CaseView
  readonly purpose?: string | undefined
}

/** What you can do now: one letter per verb, its questions opened in place, sent at once or refused with a sentence. */
export function Actions({ view, purpose }: ActionsProps) {
  const say = useWords(caseWords)
  const [chosen, setChosen] = useState<string | null>(null)
  const verb = view.verbs.find((each) => each.verb === chosen)
  const kept = useKept(verb)
  const close = () => setChosen(null)
  const { choose, plain } = usePlainVerbs(view, purpose, setChosen)
  useVerbKeys(view.verbs, chosen === null, choose)
  return (
    <section className={`${styles.actions} noPrint`} aria-label={say('now')}>
      {plain.error && !chosen && <Refused error={plain.error} />}
      {kept && chosen ? (
        <VerbForm key={chosen} view={view} verb={kept} offered={verb !== undefined} purpose={purpose} onClose={close} />
      ) : (
        <VerbButtons verbs={view.verbs} onChoose={(each) => choose(each, true)} busy={plain.isPending} />
      )}
      <Absent absent={view.absent} />
    </section>
  )
}

// A verb that is no longer offered keeps its form, so that nothing typed is lost.
function useKept(verb: VerbView | undefined): VerbView | undefined {
  const kept = useRef(verb)
  if (verb) kept.current = verb
  return kept.current
}

/** A verb without questions is done by its button; its letter only stands the focus on the button. */
function usePlainVerbs(view: CaseView, purpose: string | undefined, open: (verb: string) => void) {
  const say = useWords(caseWords)
  const announce = useAnnounce()
  const plain = useVerb(view.id)
  const choose = (verb: VerbView, byButton: boolean) => {
    const asks = formModel(verb.needs).length > 0
    if (asks) return open(verb.verb)
    const button = document.getElementById(`verb-${verb.verb}`)
    if (!byButton) return button?.focus()
    const doing = { verb, body: {}, seen: view.version, key: newKey(), purpose }
    plain.mutate(doing, { onSuccess: () => announce(say('done', { verb: nameIn(verb.label) })) })
  }
  return { choose, plain }
}

function useVerbKeys(verbs: readonly VerbView[], on: boolean, choose: (verb: VerbView, byButton: boolean) => void) {
  const bindings = verbs.flatMap((verb) =>
    verb.key ? [{ keys: verb.key, label: nameIn(verb.label), run: () => choose(verb, false) }] : [],
  )
  useKeys(bindings, { on })
}

function Absent({ absent }: { absent: CaseView['absent'] }) {
  const say = useWords(caseWords)
  if (absent.length === 0) return null
  return (
    <details className={styles.absent}>
      <summary>{say('absent', { count: absent.length })}</summary>
      <ul>
        {absent.map(({ label, why }) => (
          <li key={label.zh}>{labelled(nameIn(label), nameIn(why))}</li>
        ))}
      </ul>
    </details>
  )
}
