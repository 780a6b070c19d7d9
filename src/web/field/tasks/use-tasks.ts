import { useInfiniteQuery, useQueryClient } from '@tanstack/react-query'
import { listTasks } from '#kernel-contract/cases'
import { queryOf, useLive, useResync } from '#kit'
import type { Queue } from '../app/places.tsx'
import { knownQuery } from '../saved/known.ts'

export const pageSize = 30

/** A work list page by page, earliest deadline first; read again when something in it may have changed. */
export function useTasks(queue: Queue) {
  const client = useQueryClient()
  const queryKey = [listTasks.path, queue]
  const refresh = () => client.invalidateQueries({ queryKey })
  useLive('case', refresh)
  useResync(refresh)
  return useInfiniteQuery({
    queryKey,
    queryFn: ({ pageParam, signal }) => {
      const query = { queue, limit: pageSize, ...(pageParam && { after: pageParam }) }
      return knownQuery(queryOf(listTasks, { query })).queryFn({ signal })
    },
    initialPageParam: '',
    getNextPageParam: ({ value }) => value.next,
    networkMode: 'always',
  })
}
