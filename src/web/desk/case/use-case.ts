import { useQuery, useQueryClient } from '@tanstack/react-query'
import { type CaseView, countTasks, readCase } from '#kernel-contract/cases'
import { type CaseChange, queryOf, useLive, useResync } from '#kit'

export const caseQuery = (id: number, purpose?: string) =>
  queryOf(readCase, { params: { id }, query: purpose ? { purpose } : {} })

/** The case as it is now: read again when the stream says that its version is newer than the one shown. */
export function useCase(id: number, purpose?: string) {
  const client = useQueryClient()
  const query = caseQuery(id, purpose)
  const read = useQuery({ ...query, staleTime: 30_000 })
  const refresh = () => client.invalidateQueries({ queryKey: query.queryKey })
  useLive<CaseChange>('case', (change) => {
    const shown = client.getQueryData<CaseView>(query.queryKey)
    if (change.id === id && (!shown || change.version > shown.version)) void refresh()
  })
  useResync(refresh)
  return read
}

/** Reads again what a verb may have changed: the case and the counts of the queues. */
export function useRefreshCase(id: number) {
  const client = useQueryClient()
  return async () => {
    void client.invalidateQueries({ queryKey: queryOf(countTasks).queryKey })
    await client.invalidateQueries({ queryKey: [readCase.path, { id }] })
  }
}
