import { Failure } from '#kit'
import { type PhoneShelf, phoneShelf } from './phone-shelf.ts'

/** What the server said, and when; from the phone's memory while there is no network. */
export interface Known<T> {
  readonly value: T
  /** Milliseconds since 1970. */
  readonly at: number
  readonly fromPhone: boolean
}

interface Kept {
  readonly at: number
  readonly value: unknown
}

// What was read a week ago misleads more than it helps.
const keptFor = 7 * 24 * 3600 * 1000

/** Remembers the last answers, so that what was opened once can be read in the lift. */
export class Memory {
  readonly #shelf: PhoneShelf<Kept>
  readonly #now: () => number
  constructor(shelf: PhoneShelf<Kept>, now: () => number = Date.now) {
    this.#shelf = shelf
    this.#now = now
  }

  /** Asks; when no answer comes, gives the last one. @throws Failure when refused, or when nothing is remembered */
  async read<T>(name: string, ask: () => Promise<T>): Promise<Known<T>> {
    try {
      const value = await ask()
      const at = this.#now()
      await this.#shelf.set(name, { at, value }).catch(() => {}) // a full phone still shows what it reads
      return { value, at, fromPhone: false }
    } catch (thrown) {
      const kept = isUnanswered(thrown) ? await this.#shelf.get(name) : undefined
      if (!kept || this.#now() - kept.at > keptFor) throw thrown
      return { value: kept.value as T, at: kept.at, fromPhone: true }
    }
  }

  forget(): Promise<void> {
    return this.#shelf.clear()
  }
}

const isUnanswered = (thrown: unknown) =>
  thrown instanceof Failure && (thrown.status === 0 || [502, 503, 504].includes(thrown.status))

export const memory = new Memory(phoneShelf('memory'))

interface Asked<T> {
  readonly queryKey: readonly unknown[]
  readonly queryFn: (context: { signal: AbortSignal }) => Promise<T>
}

/** A query that answers from the phone when the network does not: `knownQuery(queryOf(listTasks))`. */
export const knownQuery = <T>({ queryKey, queryFn }: Asked<T>) => ({
  queryKey,
  queryFn: ({ signal }: { signal: AbortSignal }): Promise<Known<T>> =>
    memory.read(JSON.stringify(queryKey), () => queryFn({ signal })),
  // Without this the question is not even asked while the phone believes itself offline.
  networkMode: 'always' as const,
  retry: false,
})
