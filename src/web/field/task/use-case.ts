import { useQuery, useQueryClient } from '@tanstack/react-query'
import { type CaseView, readCase } from '#kernel-contract/cases'
import { type CaseChange, queryOf, useLive, useResync } from '#kit'
import { type Known, knownQuery } from '../saved/known.ts'

/** The case as it is now, or as it was when last seen; read again when the stream names a newer version. */
export function useCase(id: number) {
  const client = useQueryClient()
  const query = knownQuery(queryOf(readCase, { params: { id } }))
  const refresh = () => client.invalidateQueries({ queryKey: query.queryKey })
  useLive<CaseChange>('case', (change) => {
    const shown = client.getQueryData<Known<CaseView>>(query.queryKey)
    if (change.id === id && (!shown || change.version > shown.value.version)) void refresh()
  })
  useResync(refresh)
  return useQuery(query)
}
