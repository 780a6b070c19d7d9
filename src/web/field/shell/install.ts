import { useSyncExternalStore } from 'react'

/** The browser's offer to put the page beside the other applications of the phone. */
interface InstallOffer extends Event {
  prompt(): Promise<void>
  readonly userChoice: Promise<{ outcome: 'accepted' | 'dismissed' }>
}

let offer: InstallOffer | null = null
const watchers = new Set<() => void>()

function become(next: InstallOffer | null): void {
  offer = next
  for (const watcher of watchers) watcher()
}

const watch = (watcher: () => void) => {
  watchers.add(watcher)
  return () => watchers.delete(watcher)
}

/** Listens for the offer, which comes once, early, and to nobody who listens later. */
export function awaitOffer(): void {
  addEventListener('beforeinstallprompt', (event) => {
    event.preventDefault()
    become(event as InstallOffer)
  })
  addEventListener('appinstalled', () => become(null))
}

/** Opens the browser's question; null while the browser makes no offer. */
export function useInstall(): (() => Promise<void>) | null {
  const now = useSyncExternalStore(watch, () => offer)
  if (!now) return null
  return async () => {
    await now.prompt()
    await now.userChoice
    become(null)
  }
}
