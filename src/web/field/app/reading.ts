import { QueryCache, QueryClient } from '@tanstack/react-query'
import { Failure } from '#kit'
import { loggedOut } from './log-in-state.ts'

/** The one cache of what was read. Reads answer from the phone's memory without a network, see saved/known.ts. */
export const reading = new QueryClient({
  queryCache: new QueryCache({
    onError: (error) => {
      if (error instanceof Failure && error.status === 401) loggedOut.set(true)
    },
  }),
  defaultOptions: { queries: { staleTime: 5_000, retry: false } },
})
