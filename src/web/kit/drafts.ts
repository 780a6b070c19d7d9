/** What of the browser's storage a draft needs; `localStorage` is one. */
export type Shelf = Pick<Storage, 'getItem' | 'setItem' | 'removeItem' | 'key' | 'length'>

interface Kept {
  readonly savedAt: number
  readonly value: unknown
}

export interface KeptDraft<T> {
  readonly name: string
  readonly savedAt: number
  readonly value: T
}

export interface Drafts {
  find<T>(name: string): T | undefined
  /** Written before it returns: a reload, a crash or a cut of power loses nothing typed before. */
  keep(name: string, value: unknown): void
  drop(name: string): void
  /** Drafts whose name begins so, newest first. */
  list<T>(start: string): KeptDraft<T>[]
}

// Two weeks cover a holiday; what lies longer on a shared desk is only somebody's personal data.
const keptFor = 14 * 24 * 60 * 60 * 1000

/** The unsent words of one person on this machine. Drafts older than two weeks are thrown away on opening. */
export function openDrafts(owner: string, shelf: Shelf = localShelf(), now: () => number = Date.now): Drafts {
  const prefix = `lianxin.draft.${owner}.`
  const drafts = makeDrafts(prefix, shelf, now)
  for (const { name, savedAt } of drafts.list('')) if (now() - savedAt > keptFor) drafts.drop(name)
  return drafts
}

function makeDrafts(prefix: string, shelf: Shelf, now: () => number): Drafts {
  return {
    find: <T>(name: string) => parse(shelf.getItem(prefix + name))?.value as T | undefined,
    keep: (name, value) => write(shelf, prefix + name, JSON.stringify({ savedAt: now(), value })),
    drop: (name) => shelf.removeItem(prefix + name),
    list: <T>(start: string) =>
      namesOn(shelf, prefix + start)
        .map((full) => ({ name: full.slice(prefix.length), ...(parse(shelf.getItem(full)) as Kept) }) as KeptDraft<T>)
        .filter((draft) => draft.savedAt !== undefined)
        .sort((a, b) => b.savedAt - a.savedAt),
  }
}

function namesOn(shelf: Shelf, start: string): string[] {
  const all = Array.from({ length: shelf.length }, (_, index) => shelf.key(index))
  return all.filter((name): name is string => name?.startsWith(start) ?? false)
}

function parse(text: string | null): Kept | undefined {
  if (text === null) return undefined
  try {
    return JSON.parse(text) as Kept
  } catch {
    return undefined
  }
}

function write(shelf: Shelf, name: string, text: string): void {
  try {
    shelf.setItem(name, text)
  } catch {
    // The shelf is full: the oldest draft makes room for what is being typed now.
    const others = namesOn(shelf, 'lianxin.draft.').filter((other) => other !== name)
    const oldest = others.sort((a, b) => savedAt(shelf, a) - savedAt(shelf, b))[0]
    if (oldest === undefined) return
    shelf.removeItem(oldest)
    write(shelf, name, text)
  }
}

const savedAt = (shelf: Shelf, name: string) => parse(shelf.getItem(name))?.savedAt ?? 0

/** The browser's lasting storage, or one that lasts as long as the page where the browser forbids it. */
export function localShelf(): Shelf {
  try {
    globalThis.localStorage.setItem('lianxin.probe', '1')
    globalThis.localStorage.removeItem('lianxin.probe')
    return globalThis.localStorage
  } catch {
    return memoryShelf()
  }
}

export function memoryShelf(): Shelf {
  const kept = new Map<string, string>()
  return {
    get length() {
      return kept.size
    },
    getItem: (name) => kept.get(name) ?? null,
    setItem: (name, text) => void kept.set(name, text),
    removeItem: (name) => void kept.delete(name),
    key: (index) => [...kept.keys()][index] ?? null,
  }
}
