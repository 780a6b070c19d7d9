import type { Database } from './database.ts'
import type { Log } from './log.ts'
import { Feed, type Subscription } from './pump-feed.ts'
import { startListener } from './pump-listener.ts'

export type { LivePush, Subscription } from './pump-feed.ts'

export interface PushHubOptions {
  readonly database: Database
  readonly directUrl: string
  readonly log: Log
}

/** Where the open pages of this process hear what has been committed anywhere. */
export interface PushHub {
  /** Resolves once the page has what it missed. @returns what ends the subscription */
  subscribe(page: Subscription): Promise<() => void>
  /** Resolves when the hub hears the pump for the first time. */
  readonly ready: Promise<void>
  stop(): Promise<void>
}

/** Kept while pages are open or opening. */
interface Kept {
  readonly feed: Promise<Feed>
  pages: number
}

/** Hears the pump in this process. A district without an open page costs nothing. */
export function startPushHub({ database, directUrl, log }: PushHubOptions): PushHub {
  const districts = new Map<number, Kept>()
  const advance = (district: number) => {
    districts
      .get(district)
      ?.feed.then((feed) => feed.advance())
      .catch((error) => log.warn({ err: error, district }, 'pushes could not be read; the next news brings them'))
  }
  const onConnected = () => [...districts.keys()].forEach(advance)
  const listener = startListener({ directUrl, log, onNews: advance, onConnected })
  const subscribe = async (page: Subscription) => {
    const kept = districts.get(page.district) ?? { feed: Feed.begin(database, page.district), pages: 0 }
    districts.set(page.district, kept)
    kept.pages += 1
    const leave = () => {
      kept.pages -= 1
      if (kept.pages === 0) districts.delete(page.district)
    }
    try {
      const feed = await kept.feed
      await feed.add(page)
      return once(() => {
        feed.remove(page)
        leave()
      })
    } catch (error) {
      leave()
      throw error
    }
  }
  return { ready: listener.ready, stop: listener.stop, subscribe }
}

function once(act: () => void): () => void {
  let done = false
  return () => {
    if (!done) act()
    done = true
  }
}
