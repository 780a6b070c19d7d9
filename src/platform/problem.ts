import { Refusal, refuse } from './errors.ts'

/** Problem details (RFC 9457) with a stable id and the refusal's sentence in the caller's language. */
export interface Problem {
  readonly type: string
  readonly title: string
  readonly status: number
  readonly detail: string
  readonly instance: string
  readonly fields?: Readonly<Record<string, string | number>>
}

export function problem(refusal: Refusal, language: 'zh' | 'en', requestId: string): Problem {
  const sentence = refusal.sentence(language)
  return {
    type: `urn:lianxin:refusal:${refusal.id}`,
    title: sentence,
    status: refusal.status,
    detail: sentence,
    instance: `urn:uuid:${requestId}`,
    fields: refusal.detail,
  }
}

interface Thrown {
  readonly code?: string
  readonly statusCode?: number
  readonly validation?: readonly { instancePath: string; message?: string; params?: Record<string, unknown> }[]
  readonly message?: string
}

// The database cannot be reached, is starting, or is stopping (class 08, 57P0x, and the socket's own words).
const unreachable = /^(08\w{3}|57P0\d|53300|ECONN\w*|EPIPE|ETIMEDOUT)$/

/** Whatever was thrown, as one refusal of the closed list. */
export function asRefusal(thrown: unknown, requestId: string): Refusal {
  if (thrown instanceof Refusal) return thrown
  const error = (thrown ?? {}) as Thrown
  if (error.validation) return invalidInput(error.validation)
  if (error.code && unreachable.test(error.code)) return refuse('unavailable')
  if (/timeout exceeded when trying to connect|Connection terminated/.test(error.message ?? ''))
    return refuse('unavailable')
  if (error.code === 'LX404') return refuse('not-found')
  if (error.code === 'LX410') return refuse('file-gone')
  if (error.code === 'LX412') return refuse('changed-meanwhile')
  if (error.code === 'LX422') return refuse('key-reused')
  if (error.code === '42501') return refuse('not-allowed') // row-level security refused the write
  if (error.statusCode === 413) return refuse('too-large')
  if (error.statusCode === 415) return refuse('wrong-kind')
  if (error.statusCode === 429) return refuse('too-many', { seconds: 60 })
  if (error.statusCode === 400) return refuse('invalid-input', { field: 'body', reason: error.message ?? '' })
  return refuse('unexpected', { request: requestId })
}

function invalidInput(problems: NonNullable<Thrown['validation']>): Refusal {
  const first = problems[0]
  const missing = first?.params?.missingProperty
  const field = missing ? String(missing) : (first?.instancePath.slice(1).replaceAll('/', '.') ?? '')
  return refuse('invalid-input', { field, reason: missing ? '必填 (required)' : (first?.message ?? '') })
}
