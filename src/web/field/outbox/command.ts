import type { VerbView } from '#kernel-contract/cases'
import { Failure, newKey } from '#kit'

/** A photo that goes with a command; it stays on the phone until the server has it. */
export interface Photo {
  /** Idempotency key of its upload. */
  readonly key: string
  readonly name: string
  readonly content: Blob
  /** The server's id, once it arrived. */
  readonly id?: number
}

export interface Command {
  /** Idempotency key: sent again and again, done once. */
  readonly id: string
  /** The member of staff who gave it; nobody else's log-in sends it. */
  readonly owner: number
  readonly caseId: number
  readonly number: string
  readonly title: string
  readonly verb: string
  readonly resource: string
  readonly label: VerbView['label']
  readonly body: Readonly<Record<string, unknown>>
  /** Photos by the field that asks for them. */
  readonly photos: Readonly<Record<string, readonly Photo[]>>
  /** The version of the case that the person had in front of them. */
  readonly seen: number
  /** The questions as they were asked: a changed form is shown again, never filled in blindly. */
  readonly declaration: string
  /** When it was given, milliseconds since 1970. */
  readonly at: number
  readonly state: 'waiting' | 'held'
  /** Why a held command needs its person. */
  readonly held?: Held
}

export interface Held {
  readonly why: 'changed' | 'refused'
  /** The server's sentence. */
  readonly sentence: string
}

export interface Given {
  readonly owner: number
  readonly view: { readonly id: number; readonly number: string; readonly title: string; readonly version: number }
  readonly verb: VerbView
  readonly body: Readonly<Record<string, unknown>>
  readonly photos?: Command['photos']
  readonly at: number
}

/** A verb as the person gave it, ready to wait. */
export function commandOf({ owner, view, verb, body, photos = {}, at }: Given): Command {
  return {
    id: newKey(),
    owner,
    caseId: view.id,
    number: view.number,
    title: view.title,
    verb: verb.verb,
    resource: verb.resource,
    label: verb.label,
    body,
    photos,
    seen: view.version,
    declaration: declarationOf(verb),
    at,
    state: 'waiting',
  }
}

/** The verb's questions as text: equal texts ask the same. */
export const declarationOf = (verb: Pick<VerbView, 'needs'>): string => JSON.stringify(verb.needs)

/** What the phone's owner has to do about a failed try. */
export type Verdict = 'later' | 'logIn' | Held

/** Whether the same command may simply be sent again, or its person must look. */
export function verdictOn(thrown: unknown): Verdict {
  if (!(thrown instanceof Failure)) throw thrown
  if (thrown.unknownOutcome || thrown.status === 429 || thrown.status === 408) return 'later'
  if (thrown.status === 401) return 'logIn'
  return { why: thrown.changedMeanwhile ? 'changed' : 'refused', sentence: thrown.message }
}
