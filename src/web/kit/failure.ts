/** Problem details as the server sends them (RFC 9457). */
interface ProblemDetails {
  readonly type?: string
  readonly title?: string
  readonly detail?: string
  readonly instance?: string
  readonly fields?: Readonly<Record<string, string | number>>
}

/** A call that was refused or did not arrive. `message` is the sentence for the person, in their language. */
export class Failure extends Error {
  /** The stable id of the refusal: 'changed-meanwhile', 'case.not-now' …; 'unreachable' when no answer came. */
  readonly id: string
  /** HTTP status; 0 when no answer came. */
  readonly status: number
  readonly fields: Readonly<Record<string, string | number>>
  constructor(id: string, status: number, sentence: string, fields: Failure['fields'] = {}) {
    super(sentence)
    this.name = 'Failure'
    this.id = id
    this.status = status
    this.fields = fields
  }

  /** Nobody knows whether the server did it: asking again with the same key is safe, another key is not. */
  get unknownOutcome(): boolean {
    return this.status === 0 || this.status >= 500
  }

  /** The version that was seen is no longer the newest. */
  get changedMeanwhile(): boolean {
    return this.status === 412
  }
}

const prefix = 'urn:lianxin:refusal:'

/** What a refusing answer says; `fallback` is the sentence for an answer that is no problem document. */
export function failureOf(status: number, body: unknown, fallback: string): Failure {
  const problem = (typeof body === 'object' && body !== null ? body : {}) as ProblemDetails
  const id = problem.type?.startsWith(prefix) ? problem.type.slice(prefix.length) : 'unexpected'
  return new Failure(id, status, problem.detail || problem.title || fallback, problem.fields)
}

/** Any thrown thing as a failure, so that a page always has a sentence to show. */
export function asFailure(thrown: unknown, fallback: string): Failure {
  if (thrown instanceof Failure) return thrown
  return new Failure('unexpected', 0, fallback)
}
