import { useSyncExternalStore } from 'react'
import { localShelf } from '#kit'
import { type Density, densities } from './theme.ts'

const name = 'lianxin.density'
const shelf = localShelf()
const watchers = new Set<() => void>()

/** How tightly this browser shows the desk; compact until the person asks for room. */
export const density = (): Density => densities.find((known) => known === shelf.getItem(name)) ?? 'compact'

export function chooseDensity(chosen: Density): void {
  shelf.setItem(name, chosen)
  for (const watcher of watchers) watcher()
}

export const useDensity = (): Density =>
  useSyncExternalStore((watcher) => {
    watchers.add(watcher)
    return () => watchers.delete(watcher)
  }, density)
