import { useEffect } from 'react'
import { outbox } from './line.ts'

// A phone's own word about its network is often wrong; asking twice a minute costs nothing while nothing waits.
const every = 30_000

/** Sends what waits whenever there may be a network again. */
export function useFlushing(): void {
  useEffect(() => {
    const flush = () => {
      if (document.visibilityState === 'visible' && outbox.commands.length > 0) void outbox.flush()
    }
    const timer = setInterval(flush, every)
    addEventListener('online', flush)
    document.addEventListener('visibilitychange', flush)
    flush()
    return () => {
      clearInterval(timer)
      removeEventListener('online', flush)
      document.removeEventListener('visibilitychange', flush)
    }
  }, [])
}
