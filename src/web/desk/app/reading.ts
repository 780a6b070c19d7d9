import { MutationCache, QueryCache, QueryClient } from '@tanstack/react-query'
import { Failure } from '#kit'

type Watcher = () => void

/** Whether the log-in has ended while pages were open: the frame asks to log in again above them. */
class Expiry {
  #expired = false
  readonly #watchers = new Set<Watcher>()
  watch = (watcher: Watcher): (() => void) => {
    this.#watchers.add(watcher)
    return () => this.#watchers.delete(watcher)
  }
  get = (): boolean => this.#expired
  set(expired: boolean): void {
    this.#expired = expired
    for (const watcher of this.#watchers) watcher()
  }
}

export const expiry = new Expiry()

function noticeExpiry(error: unknown): void {
  if (error instanceof Failure && error.id === 'not-logged-in') expiry.set(true)
}

// An answer that never came is asked for twice more; a refusal is an answer.
const askAgain = (failures: number, error: unknown) =>
  failures < 2 && error instanceof Failure && error.unknownOutcome && error.status !== 500

/** The one cache of what was read from the server. */
export const reading = new QueryClient({
  queryCache: new QueryCache({ onError: noticeExpiry }),
  mutationCache: new MutationCache({ onError: noticeExpiry }),
  defaultOptions: { queries: { staleTime: 5_000, retry: askAgain, retryDelay: (n) => 800 * 2 ** n } },
})
