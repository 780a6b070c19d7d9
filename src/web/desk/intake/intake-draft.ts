import type { guessIntake, Intake, requestKinds } from '#contract/hotline'
import { newSending, type Sending } from '#kit'
import type { ResponseOf } from '#platform/contract'
import type { PlaceSaid } from '../parts/place-input.tsx'

export type Kind = (typeof requestKinds)[number]
/** What the words seem to be about, the place in the words that would be written down. */
export type Guess = Omit<ResponseOf<typeof guessIntake>, 'place'> & { readonly place: PlaceSaid | null }

/** Who is on the line: kept from one case of the same contact to the next. */
export interface Contact {
  readonly channel: Intake['channel']
  readonly phone: string
  /** Somebody of the register; null: a new requester; undefined: not settled. */
  readonly person?: number | null
  readonly name: string
  readonly formOfAddress: string
  readonly onBehalfOf: string
  readonly hidden: boolean
  readonly answerBy?: Intake['answerBy']
}

/** What is asked: new for every case. */
export interface Asked {
  readonly text: string
  readonly title: string
  readonly kind?: Kind | undefined
  readonly subject?: string | undefined
  readonly place?: PlaceSaid | undefined
  readonly urgency?: 0 | 1 | 2 | undefined
  readonly files: readonly number[]
}

export interface FiledCase {
  readonly id: number
  readonly number: string
  readonly receipt?: string | undefined
  /** It was an earlier try that arrived, with the words of then. */
  readonly earlier: boolean
}

export interface IntakeDraft {
  readonly contact: Contact
  readonly asked: Asked
  readonly sending: Sending
  /** Cases of this contact that are filed; the last one is shown with what to do next until `isFiled` ends. */
  readonly filed: readonly FiledCase[]
  readonly isFiled: boolean
}

export const emptyContact: Contact = {
  channel: 'phone',
  phone: '',
  name: '',
  formOfAddress: '',
  onBehalfOf: '',
  hidden: false,
}
export const emptyAsked: Asked = { text: '', title: '', files: [] }

export const emptyDraft = (): IntakeDraft => ({
  contact: emptyContact,
  asked: emptyAsked,
  sending: newSending(),
  filed: [],
  isFiled: false,
})

/** Another case from the same contact: who is on the line stays, what is asked begins anew, and so does the key. */
export const anotherCase = (draft: IntakeDraft): IntakeDraft => ({
  ...emptyDraft(),
  contact: draft.contact,
  filed: draft.filed,
})

/** Whether nothing has been typed that would be missed. */
export const isBlank = ({ contact, asked, isFiled }: IntakeDraft): boolean =>
  isFiled || (asked.text.trim() === '' && contact.phone.trim() === '' && contact.name.trim() === '')

/** What of a guess is still open: fields that the agent has filled are never touched. */
export function openGuess(asked: Asked, guess: Guess | undefined): Partial<Asked> {
  if (!guess) return {}
  return {
    ...(asked.kind === undefined && guess.kind !== null && { kind: guess.kind }),
    ...(asked.subject === undefined && guess.subject !== null && { subject: guess.subject }),
    ...(!asked.place?.text && guess.place !== null && { place: guess.place }),
    ...(asked.urgency === undefined && guess.urgency > 0 && { urgency: guess.urgency as 1 | 2 }),
    ...(asked.title === '' && guess.title !== '' && { title: guess.title }),
  }
}

const said = (text: string) => text.trim() || undefined

/** The body to file; a title that nobody wrote is left to the server. */
export function intakeBody({ contact, asked }: IntakeDraft): Intake {
  const isKnown = typeof contact.person === 'number'
  const requester = { name: said(contact.name), phone: said(contact.phone), formOfAddress: said(contact.formOfAddress) }
  const isNamed = Object.values(requester).some((value) => value !== undefined)
  return clean({
    kind: asked.kind ?? 'help',
    subject: asked.subject,
    urgency: asked.urgency ?? 0,
    channel: contact.channel,
    title: said(asked.title),
    text: asked.text.trim(),
    place: asked.place?.text.trim() ? clean({ id: asked.place.id, text: asked.place.text.trim() }) : undefined,
    requesterId: isKnown ? (contact.person as number) : undefined,
    requester: isKnown || !isNamed ? undefined : clean(requester),
    onBehalfOf: said(contact.onBehalfOf),
    answerBy: contact.answerBy,
    hidden: contact.hidden || undefined,
    files: asked.files.length > 0 ? [...asked.files] : undefined,
  })
}

const clean = <T extends object>(value: T): T =>
  Object.fromEntries(Object.entries(value).filter(([, each]) => each !== undefined)) as T

export type Problem = 'text' | 'kind' | 'person'

/** What has to be said before a case can be filed, in the order of the form. */
export function problemsIn({ contact, asked }: IntakeDraft, peopleOnLine: number): Problem[] {
  return [
    ...(asked.text.trim().length < 2 ? (['text'] as const) : []),
    ...(asked.kind === undefined ? (['kind'] as const) : []),
    ...(contact.person === undefined && peopleOnLine > 1 ? (['person'] as const) : []),
  ]
}
