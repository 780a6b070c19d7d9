import { useSuspenseQuery } from '@tanstack/react-query'
import { showMe } from '#kernel-contract/identity'
import { type Drafts, openDrafts, queryOf } from '#kit'
import type { ResponseOf } from '#platform/contract'

export type Me = ResponseOf<typeof showMe>
export type Role = Me['posts'][number]['role']

export const meQuery = { ...queryOf(showMe), staleTime: 60_000 }

/** Who is logged in; pages inside the frame may rely on it. */
export const useMe = (): Me => useSuspenseQuery(meQuery).data

export const holds = (me: Me, ...roles: readonly Role[]): boolean => me.posts.some(({ role }) => roles.includes(role))

const opened = new Map<number, Drafts>()

/** The person's unsent words on this machine. */
export function useDrafts(): Drafts {
  const { id } = useMe()
  const drafts = opened.get(id) ?? openDrafts(String(id))
  opened.set(id, drafts)
  return drafts
}
