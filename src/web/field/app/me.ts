import { useSuspenseQuery } from '@tanstack/react-query'
import { showMe } from '#kernel-contract/identity'
import { type Drafts, openDrafts, queryOf } from '#kit'
import type { ResponseOf } from '#platform/contract'
import { knownQuery } from '../saved/known.ts'

export type Me = ResponseOf<typeof showMe>

export const meQuery = { ...knownQuery(queryOf(showMe)), staleTime: 60_000 }

/** Who is logged in; pages inside the frame may rely on it, without a network too. */
export const useMe = (): Me => useSuspenseQuery(meQuery).data.value

const opened = new Map<number, Drafts>()

/** The unsent words of whoever is logged in. */
export function useDrafts(): Drafts {
  const { id } = useMe()
  const drafts = opened.get(id) ?? openDrafts(`field.${id}`)
  opened.set(id, drafts)
  return drafts
}
