import type { BodyOf, ParamsOf, QueryOf, ResponseOf, Route } from '#platform/contract'
import { address, type Values } from './address.ts'
import { Failure, failureOf } from './failure.ts'
import { currentLanguage } from './language.ts'

/** A part of the input is asked for when the route declares it, and may be left out when all of it is optional. */
type Part<K extends string, T> = [T] extends [undefined]
  ? { readonly [P in K]?: undefined }
  : Record<never, never> extends T
    ? { readonly [P in K]?: T }
    : { readonly [P in K]: T }

export type CallInput<R extends Route> = Part<'params', ParamsOf<R>> &
  Part<'query', QueryOf<R>> &
  Part<'body', BodyOf<R>> & {
    /** The version that was seen; sent as If-Match. */
    readonly ifMatch?: number
    /** Sent as Idempotency-Key: the same key with the same body is done once. */
    readonly idempotencyKey?: string
    /** Why a sealed case is opened or worked on; recorded. Sent as X-Purpose. */
    readonly purpose?: string
    readonly signal?: AbortSignal
  }

/** What follows the route: nothing, where nothing is asked for. */
export type CallArguments<R extends Route> =
  Record<never, never> extends CallInput<R> ? [input?: CallInput<R>] : [input: CallInput<R>]

export type Call = <R extends Route>(route: R, ...input: CallArguments<R>) => Promise<ResponseOf<R>>

interface Sent {
  readonly method: string
  readonly path: string
  readonly params?: Values
  readonly query?: Values
  readonly body?: unknown
  readonly ifMatch?: number
  readonly idempotencyKey?: string
  readonly purpose?: string
  readonly signal?: AbortSignal
}

const sentences = {
  unreachable: {
    zh: '连不上服务器，您填的内容已保留，请检查网络后再试。',
    en: 'The server cannot be reached; what you typed is kept. Check the network and try again.',
  },
  unreadable: {
    zh: '服务器的回答无法读懂，您填的内容已保留，请稍后再试。',
    en: 'The answer of the server could not be read; what you typed is kept. Please try again shortly.',
  },
}

/** A key under which the server does a thing once. */
export const newKey = (): string => crypto.randomUUID()

/**
 * Sends one request below `base` ('' is the page's own origin) with the person's cookies.
 * @throws Failure with the server's sentence, or 'unreachable' when no answer came; an aborted call throws AbortError
 */
export async function send(base: string, { method, path, params, query, body, ...rest }: Sent): Promise<unknown> {
  const request: RequestInit = {
    method,
    headers: headersOf(body, rest),
    credentials: 'same-origin',
    ...(body !== undefined && { body: body instanceof FormData ? body : JSON.stringify(body) }),
    ...(rest.signal && { signal: rest.signal }),
  }
  const response = await fetch(base + address(path, params, query), request).catch(unreachable)
  const answer = await read(response)
  if (!response.ok) throw failureOf(response.status, answer, sentences.unreadable[currentLanguage()])
  return answer
}

type Demands = Pick<Sent, 'ifMatch' | 'idempotencyKey' | 'purpose'>

function headersOf(body: unknown, { ifMatch, idempotencyKey, purpose }: Demands): HeadersInit {
  return {
    accept: 'application/json',
    ...(body !== undefined && !(body instanceof FormData) && { 'content-type': 'application/json' }),
    ...(ifMatch !== undefined && { 'if-match': `"${ifMatch}"` }),
    ...(idempotencyKey !== undefined && { 'idempotency-key': idempotencyKey }),
    ...(purpose !== undefined && { 'x-purpose': encodeURIComponent(purpose) }),
  }
}

function unreachable(thrown: unknown): never {
  if (thrown instanceof DOMException && thrown.name === 'AbortError') throw thrown
  throw new Failure('unreachable', 0, sentences.unreachable[currentLanguage()])
}

async function read(response: Response): Promise<unknown> {
  const text = await response.text().catch(unreachable)
  if (text === '' || !/json/.test(response.headers.get('content-type') ?? '')) return undefined
  try {
    return JSON.parse(text)
  } catch {
    throw new Failure('unexpected', response.status, sentences.unreadable[currentLanguage()])
  }
}

/** Typed calls to one server. A creating route gets a fresh key when the caller brings none. */
export const callsTo =
  (base: string): Call =>
  async (route, ...[input]) => {
    const { method, path, creates } = route
    const key = input?.idempotencyKey ?? (creates ? newKey() : undefined)
    const sent = { ...input, method, path, ...(key && { idempotencyKey: key }) } as Sent
    return (await send(base, sent)) as ResponseOf<typeof route>
  }

/** Calls to the server that the page came from. */
export const call: Call = callsTo('')

/** The key and the function under which a query cache reads a route: same route and input, same entry. */
export function queryOf<R extends Route>(route: R, ...input: CallArguments<R>) {
  const { params, query } = (input[0] ?? {}) as { params?: Values; query?: Values }
  return {
    queryKey: [route.path, params ?? {}, query ?? {}] as const,
    queryFn: ({ signal }: { signal: AbortSignal }): Promise<ResponseOf<R>> =>
      call(route, ...([{ ...input[0], signal }] as unknown as CallArguments<R>)),
  }
}
