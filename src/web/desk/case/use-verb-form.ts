import { useState } from 'react'
import type { CaseView, VerbView, Written } from '#kernel-contract/cases'
import {
  bodyOfForm,
  Failure,
  type FieldProblem,
  type FormValues,
  findProblems,
  formModel,
  newSending,
  type Sending,
  sendOnce,
  useDraft,
} from '#kit'
import { useDrafts } from '../app/me.ts'
import { useVerb } from './use-verb.ts'

interface VerbDraft {
  readonly values: FormValues
  readonly sending: Sending
}

const empty = (): VerbDraft => ({ values: {}, sending: newSending() })

interface VerbFormInput {
  readonly view: CaseView
  readonly verb: VerbView
  readonly purpose: string | undefined
  readonly onDone: () => void
}

/** The answers to a verb's questions, kept on every key; sent once; held when the case has moved on meanwhile. */
export function useVerbForm({ view, verb, purpose, onDone }: VerbFormInput) {
  const fields = formModel(verb.needs)
  const draft = useDraft(useDrafts(), `case.${view.id}.${verb.verb}`, empty())
  const [seen, setSeen] = useState(view.version)
  const [problems, setProblems] = useState<readonly FieldProblem[]>([])
  const doing = useVerb(view.id)
  const { values, sending } = draft.value

  const change = (name: string, value: unknown) => {
    draft.change((before) => ({ ...before, values: { ...before.values, [name]: value } }))
    setProblems((before) => before.filter(({ field }) => field.name !== name))
  }
  const post = (body: Record<string, unknown>, key: string): Promise<Written> =>
    doing.mutateAsync({ verb, body, seen, key, purpose })
  const note = (next: Sending) => draft.change((before) => ({ ...before, sending: next }))
  const send = async () => {
    const found = findProblems(fields, values)
    setProblems(found)
    if (found.length > 0) return found[0]
    try {
      await sendOnce(sending, { body: bodyOfForm(fields, values), post, note })
      draft.restart(empty())
      onDone()
    } catch (thrown) {
      if (!(thrown instanceof Failure)) throw thrown
    }
    return undefined
  }
  return {
    fields,
    values,
    change,
    problems,
    send,
    doing,
    restored: draft.restored && Object.keys(values).length > 0,
    discard: () => draft.restart(empty()),
    /** What others did since the form was opened; empty when nothing, or when the person has seen it. */
    news: view.timeline.filter(({ seq }) => seq > seen),
    acceptNews: () => {
      setSeen(view.version)
      doing.reset()
    },
  }
}
