import { clear, createStore, del, entries, get, set } from 'idb-keyval'

/** A place on the phone that survives a reload and a dead battery. */
export interface PhoneShelf<T> {
  get(name: string): Promise<T | undefined>
  set(name: string, value: T): Promise<void>
  del(name: string): Promise<void>
  all(): Promise<T[]>
  clear(): Promise<void>
}

/** A shelf in the phone's database; where the browser forbids one, it lasts as long as the page. */
export function phoneShelf<T>(name: string): PhoneShelf<T> {
  if (!globalThis.indexedDB) return passingShelf()
  const store = createStore(`lianxin-field-${name}`, name)
  return {
    get: (key) => get<T>(key, store),
    set: (key, value) => set(key, value, store),
    del: (key) => del(key, store),
    all: async () => (await entries<string, T>(store)).map(([, value]) => value),
    clear: () => clear(store),
  }
}

export function passingShelf<T>(): PhoneShelf<T> {
  const kept = new Map<string, T>()
  return {
    get: async (key) => kept.get(key),
    set: async (key, value) => void kept.set(key, value),
    del: async (key) => void kept.delete(key),
    all: async () => [...kept.values()],
    clear: async () => kept.clear(),
  }
}
