import { useQuery } from '@tanstack/react-query'
import { useEffect } from 'react'
import { searchPeople, showPerson } from '#kernel-contract/people'
import { queryOf } from '#kit'
import type { ResponseOf } from '#platform/contract'
import { useSettled } from '../parts/use-settled.ts'
import type { IntakeState } from './use-intake.ts'

export type Person = ResponseOf<typeof showPerson>

// The shortest number that rings somebody is a land line without its area code.
const SHORTEST = 7

/** Who is on the line: everybody registered on the number, and the one who was chosen. */
export function useCaller({ draft: { contact }, meet }: IntakeState) {
  const phone = useSettled(contact.phone.replace(/[^\d+]/g, ''), 350)
  const isWhole = phone.length >= SHORTEST
  const look = useQuery({ ...queryOf(searchPeople, { query: { phone } }), enabled: isWhole })
  const people = isWhole ? (look.data?.people ?? []) : []
  const only = people.length === 1 ? people[0] : undefined
  useEffect(() => {
    if (only && contact.person === undefined) meet({ person: only.id })
  }, [only, contact.person, meet])
  const onPhone = people.find(({ id }) => id === contact.person)
  const elsewhere = useQuery({
    ...queryOf(showPerson, { params: { id: contact.person ?? 0 } }),
    enabled: typeof contact.person === 'number' && !onPhone && !look.isFetching,
  })
  const person = typeof contact.person === 'number' ? (onPhone ?? elsewhere.data) : undefined
  return { people, person, isNobody: isWhole && look.isSuccess && people.length === 0, error: look.error }
}

export type Caller = ReturnType<typeof useCaller>
