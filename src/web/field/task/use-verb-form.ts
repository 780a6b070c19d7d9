import { useState } from 'react'
import type { CaseView, VerbView } from '#kernel-contract/cases'
import { bodyOfForm, type FieldProblem, findProblems, formModel } from '#kit'
import type { Held } from '../outbox/command.ts'
import { useGive } from './use-give.ts'
import { useVerbDraft } from './verb-draft.ts'

interface VerbFormInput {
  readonly view: CaseView
  readonly verb: VerbView
  /** The version that the person has in front of them. */
  readonly seen: number
  /** The command is sent, or safe on the phone. */
  readonly onGiven: () => void
}

/** A verb's form: its questions, their answers, what is wrong with them, and the way to send them. */
export function useVerbForm({ view, verb, seen, onGiven }: VerbFormInput) {
  const fields = formModel(verb.needs)
  const draft = useVerbDraft(view.id, verb.verb)
  const give = useGive()
  const [problems, setProblems] = useState<readonly FieldProblem[]>([])
  const [refusal, setRefusal] = useState<Held | null>(null)
  const [isSending, setSending] = useState(false)
  const answers = { ...draft.values, ...draft.photos }

  async function send(): Promise<FieldProblem | undefined> {
    const found = findProblems(fields, answers)
    setProblems(found)
    setRefusal(null)
    if (found.length > 0) return found[0]
    setSending(true)
    const body = bodyOfForm(fields, draft.values)
    const fate = await give({ view: { ...view, version: seen }, verb, body, photos: draft.photos })
    setSending(false)
    if (fate.is === 'held') setRefusal(fate.held)
    else {
      draft.clear()
      onGiven()
    }
    return undefined
  }
  return {
    fields,
    draft,
    problems,
    refusal,
    isSending,
    send,
    answer(values: Parameters<typeof draft.answer>[0]) {
      draft.answer(values)
      setProblems((before) => before.filter(({ field }) => !(field.name in values)))
    },
  }
}
