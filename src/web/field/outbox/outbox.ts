import type { Written } from '#kernel-contract/cases'
import type { PhoneShelf } from '../saved/phone-shelf.ts'
import { type Command, type Held, type Photo, verdictOn } from './command.ts'

/** How commands leave the phone. Both throw the kit's Failure. */
export interface Carrier {
  post(command: Command, body: Command['body']): Promise<Written>
  upload(photo: Photo): Promise<number>
}

/** What has become of a command after a try. */
export type Fate = { readonly is: 'sent' } | { readonly is: 'waiting' } | { readonly is: 'held'; readonly held: Held }

export type Arrival = (command: Command, written: Written) => void

interface OutboxHouse {
  readonly shelf: PhoneShelf<Command>
  readonly carrier: Carrier
  readonly onArrival?: Arrival
  readonly onLogIn?: () => void
}

/** Commands on their way. Each is on the phone before anything is sent, and leaves it when the server has it. */
export class Outbox {
  readonly #shelf: PhoneShelf<Command>
  readonly #carrier: Carrier
  readonly #onArrival: Arrival
  readonly #onLogIn: () => void
  readonly #watchers = new Set<() => void>()
  readonly #arrived = new Set<string>()
  readonly #versions = new Map<number, number>()
  #owner: number | null = null
  #sending: Promise<void> | null = null
  #again = false
  /** Of the present owner, oldest first. */
  commands: readonly Command[] = []

  constructor({ shelf, carrier, onArrival = () => {}, onLogIn = () => {} }: OutboxHouse) {
    this.#shelf = shelf
    this.#carrier = carrier
    this.#onArrival = onArrival
    this.#onLogIn = onLogIn
  }

  watch = (watcher: () => void): (() => void) => {
    this.#watchers.add(watcher)
    return () => this.#watchers.delete(watcher)
  }

  snapshot = (): readonly Command[] => this.commands

  /** Takes up what this person has left on the phone; null when nobody is logged in. */
  async open(owner: number | null): Promise<void> {
    this.#owner = owner
    const all = owner === null ? [] : await this.#shelf.all()
    this.#show(all.filter((command) => command.owner === owner).sort((a, b) => a.at - b.at))
  }

  /** Keeps a command and begins to send it; resolves when it is safe on the phone, `tried` after the first try. */
  async give(command: Command): Promise<{ readonly tried: Promise<Fate> }> {
    await this.#keep(command)
    return { tried: this.flush().then(() => this.#fateOf(command.id)) }
  }

  #fateOf(id: string): Fate {
    if (this.#arrived.has(id)) return { is: 'sent' }
    const held = this.#find(id)?.held
    return held ? { is: 'held', held } : { is: 'waiting' }
  }

  /** Sends what waits, oldest first; of a case nothing overtakes an earlier command. Asked twice at once, it looks again. */
  flush(): Promise<void> {
    this.#again = this.#sending !== null
    this.#sending ??= this.#run().finally(() => {
      this.#sending = null
    })
    return this.#sending
  }

  /** Sends a held command after all: the person has seen the case as it is now. */
  async release(id: string, seen: number): Promise<void> {
    const command = this.#find(id)
    if (!command) return
    const { held: _, ...rest } = command
    await this.#keep({ ...rest, seen, state: 'waiting' })
    void this.flush()
  }

  /** The version that the last command from here made of a case; 0 when there was none. */
  versionOf(caseId: number): number {
    return this.#versions.get(caseId) ?? 0
  }

  /** Takes a command back; what it said is the caller's to keep. */
  async drop(id: string): Promise<void> {
    await this.#shelf.del(id)
    this.#show(this.commands.filter((command) => command.id !== id))
  }

  async #run(): Promise<void> {
    do {
      this.#again = false
      const blocked = new Set<number>()
      for (const { id } of this.commands) {
        const command = this.#find(id)
        if (!command || command.owner !== this.#owner || blocked.has(command.caseId)) continue
        const arrived = command.state === 'waiting' && (await this.#send(command))
        if (!arrived) blocked.add(command.caseId)
      }
    } while (this.#again)
  }

  async #send(command: Command): Promise<boolean> {
    try {
      const photos = await this.#upload(command)
      const written = await this.#carrier.post(command, { ...command.body, ...idsOf(photos) })
      this.#arrived.add(command.id)
      this.#versions.set(command.caseId, written.version)
      await this.drop(command.id)
      await this.#follow(command, written.version)
      this.#onArrival(command, written)
      return true
    } catch (thrown) {
      const verdict = verdictOn(thrown)
      if (verdict === 'logIn') this.#onLogIn()
      else if (verdict !== 'later') await this.#keep({ ...this.#find(command.id)!, state: 'held', held: verdict })
      return false
    }
  }

  /** What arrived is noted photo by photo: a line that drops at the ninth does not send the first eight again. */
  async #upload(command: Command): Promise<Command['photos']> {
    let photos = command.photos
    for (const [field, list] of Object.entries(photos)) {
      for (const [at, photo] of list.entries()) {
        if (photo.id !== undefined) continue
        const id = await this.#carrier.upload(photo)
        photos = { ...photos, [field]: photos[field]!.with(at, { ...photo, id }) }
        await this.#keep({ ...command, photos })
      }
    }
    return photos
  }

  /** Later commands given on the same view of the case build on the one that arrived. */
  async #follow({ caseId, seen }: Command, version: number): Promise<void> {
    const followers = this.commands.filter((command) => command.caseId === caseId && command.seen === seen)
    for (const follower of followers) await this.#keep({ ...follower, seen: version })
  }

  async #keep(command: Command): Promise<void> {
    await this.#shelf.set(command.id, command)
    const others = this.commands.filter(({ id }) => id !== command.id)
    this.#show([...others, command].sort((a, b) => a.at - b.at))
  }

  #find(id: string): Command | undefined {
    return this.commands.find((command) => command.id === id)
  }

  #show(commands: readonly Command[]): void {
    this.commands = commands
    for (const watcher of this.#watchers) watcher()
  }
}

const idsOf = (photos: Command['photos']) =>
  Object.fromEntries(Object.entries(photos).map(([field, list]) => [field, list.map(({ id }) => id)]))
