import { guessKind, type Kind } from './guess-kind.ts'
import { guessSubject } from './guess-subject.ts'
import { guessUrgency } from './guess-urgency.ts'
import { titleOf } from './title.ts'

export interface IntakeGuess {
  readonly title: string
  readonly kind: Kind | null
  readonly subject: string | null
  readonly urgency: 0 | 1 | 2
}

// Who speaks and where they live have fields of their own; a title says what is wrong.
const greeting =
  /^(?:\s|[，。！,.!:：、]|尊敬的|敬爱的|各位|领导|书记|市长|区长|主任|您好|你们好|你好|大家好|喂|我想(?:反映|问)一?下|我要(?:反映|投诉)|(?:我家?|我们|本人)(?:是|系|住在?|家住|就?在)[^，,。！!？?；;\n]{1,20}[，,](?=.))+/

/**
 * What the words so far suggest: a title of at most 30 characters, kind, subject among those in use, urgency. Never
 * throws; an agent confirms or corrects it.
 */
export function guessIntake(text: string, subjects: readonly { readonly code: string }[]): IntakeGuess {
  const words = text.replace(greeting, '') || text
  return {
    title: titleOf(words),
    kind: guessKind(text),
    subject: guessSubject(words, new Set(subjects.map(({ code }) => code))),
    urgency: guessUrgency(text),
  }
}
