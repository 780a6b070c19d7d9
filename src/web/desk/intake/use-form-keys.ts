import { kindLabels, requestKinds } from '#contract/hotline'
import { nameIn, useKeys, useWords } from '#kit'
import type { Asked } from './intake-draft.ts'
import { intakeWords } from './words.ts'

const focus = (id: string) => document.getElementById(id)?.focus()

/** Alt with a digit chooses the kind, Alt with a letter goes where the next words belong. */
export function useFormKeys(ask: (asked: Partial<Asked>) => void): void {
  const say = useWords(intakeWords)
  useKeys([
    ...requestKinds.map((kind, index) => ({
      keys: `alt+${index + 1}`,
      label: say('kindKey', { kind: nameIn(kindLabels[kind]) }),
      run: () => ask({ kind }),
    })),
    { keys: 'alt+p', label: say('focusPhone'), run: () => focus('phone') },
    { keys: 'alt+t', label: say('focusText'), run: () => focus('text') },
  ])
}
