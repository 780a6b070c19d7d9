/** How old an answer about a log-in or its rules may be: an ended session is refused everywhere within this time. */
export const RECENT_MS = 2_000

const MOST = 10_000

/**
 * Keeps answers for `RECENT_MS` after they were asked for, of the keys used last; askers of one key at the same time
 * share one question. A failed question is not kept.
 */
export class Recent<T> {
  readonly #kept = new Map<string, { readonly askedAt: number; readonly answer: Promise<T> }>()

  get(key: string, ask: () => Promise<T>): Promise<T> {
    const kept = this.#kept.get(key)
    if (kept && performance.now() - kept.askedAt < RECENT_MS) return kept.answer
    const askedAt = performance.now()
    const answer = ask()
    answer.catch(() => this.forget(key))
    this.#kept.delete(key)
    this.#kept.set(key, { askedAt, answer })
    if (this.#kept.size > MOST) this.#kept.delete(this.#kept.keys().next().value!)
    return answer
  }

  forget(key: string): void {
    this.#kept.delete(key)
  }
}
