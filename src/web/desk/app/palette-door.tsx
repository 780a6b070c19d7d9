import { lazy, Suspense, useSyncExternalStore } from 'react'
import { type Binding, keyMap, useKeys, useWords } from '#kit'
import { frameWords } from './words.ts'

const Palette = lazy(() => import('../palette/palette.tsx').then((module) => ({ default: module.Palette })))

const watchers = new Set<() => void>()
let isOpen = false
// The keys of the page below, taken before the palette silences them: they are its verbs.
let below: readonly Binding[] = []

function set(next: boolean): void {
  isOpen = next
  for (const watcher of watchers) watcher()
}

const door = {
  open: () => {
    if (!isOpen) below = keyMap.active()
    set(true)
  },
  close: () => set(false),
}

const watch = (watcher: () => void) => {
  watchers.add(watcher)
  return () => watchers.delete(watcher)
}

export const usePalette = () => door

/** Ctrl-K opens the search that finds anything; it is loaded when first asked for. */
export function LazyPalette() {
  const say = useWords(frameWords)
  const open = useSyncExternalStore(watch, () => isOpen)
  useKeys([{ keys: 'ctrl+k', label: say('openPalette'), run: door.open }])
  if (!open) return null
  return (
    <Suspense>
      <Palette verbs={below} onClose={door.close} />
    </Suspense>
  )
}
