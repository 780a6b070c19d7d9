import { useMutation, useMutationState } from '@tanstack/react-query'
import type { VerbView, Written } from '#kernel-contract/cases'
import { call, nameIn } from '#kit'
import type { Route } from '#platform/contract'
import { useRefreshCase } from './use-case.ts'

/** A verb on its way to the server. */
export interface PendingVerb {
  readonly verb: string
  readonly label: string
}

export interface Doing {
  readonly verb: VerbView
  readonly body: Readonly<Record<string, unknown>>
  /** The version of the case that the person had in front of them. */
  readonly seen: number
  readonly key: string
  readonly purpose?: string | undefined
}

const keyOf = (caseId: number) => ['verb', caseId]

/** The route of a verb as the case itself offers it. */
const routeOf = (verb: VerbView): Route => ({
  method: 'POST',
  path: `/api/v1/cases/:id/${verb.resource}`,
  guard: 'staff',
  summary: '',
  creates: true,
  changes: true,
})

/** Does a verb to a case. The screen shows it at once as on its way; a refusal comes back as a Failure. */
export function useVerb(caseId: number) {
  const refresh = useRefreshCase(caseId)
  return useMutation({
    mutationKey: keyOf(caseId),
    mutationFn: ({ verb, body, seen, key, purpose }: Doing) => {
      const input = { params: { id: caseId }, body, ifMatch: seen, idempotencyKey: key, purpose }
      return call(routeOf(verb), input as never) as Promise<Written>
    },
    onSettled: refresh,
  })
}

/** What is on its way for a case, for the end of its timeline. */
export function usePending(caseId: number): PendingVerb | null {
  const doing = useMutationState({
    filters: { mutationKey: keyOf(caseId), status: 'pending' },
    select: ({ state }) => (state.variables as Doing).verb,
  })
  const verb = doing.at(-1)
  return verb ? { verb: verb.verb, label: nameIn(verb.label) } : null
}
