import type { Static, TSchema } from 'typebox'

/** Who may call at all; what they may do there is decided inside the verb. */
export type Guard = 'public' | 'resident' | 'staff'

type StaticOf<T> = T extends TSchema ? Static<T> : undefined

/** One HTTP route as data: shared by the server, the OpenAPI document and the web's typed calls. */
export interface Route<
  P extends TSchema | undefined = TSchema | undefined,
  Q extends TSchema | undefined = TSchema | undefined,
  B extends TSchema | undefined = TSchema | undefined,
  R extends TSchema | undefined = TSchema | undefined,
> {
  readonly method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE'
  /** Path with `:name` parameters, below no prefix: '/api/v1/cases/:id'. */
  readonly path: string
  readonly guard: Guard
  readonly summary: string
  readonly description?: string
  readonly tags?: readonly string[]
  readonly params?: P
  readonly query?: Q
  readonly body?: B
  readonly response?: R
  /** A creating verb: the caller sends Idempotency-Key, and the same key answers the same. */
  readonly creates?: boolean
  /** A changing verb: the caller sends If-Match with the version it saw. */
  readonly changes?: boolean
  /** An example body for the API's reader. */
  readonly example?: unknown
}

export type ParamsOf<T> = T extends Route<infer P, infer _Q, infer _B, infer _R> ? StaticOf<P> : never
export type QueryOf<T> = T extends Route<infer _P, infer Q, infer _B, infer _R> ? StaticOf<Q> : never
export type BodyOf<T> = T extends Route<infer _P, infer _Q, infer B, infer _R> ? StaticOf<B> : never
export type ResponseOf<T> = T extends Route<infer _P, infer _Q, infer _B, infer R> ? StaticOf<R> : never

/** Declares a route, keeping its exact schema types. */
export function route<
  P extends TSchema | undefined = undefined,
  Q extends TSchema | undefined = undefined,
  B extends TSchema | undefined = undefined,
  R extends TSchema | undefined = undefined,
>(declared: Route<P, Q, B, R>): Route<P, Q, B, R> {
  return declared
}
