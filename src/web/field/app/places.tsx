import { Link, useNavigate, useParams, useSearch } from '@tanstack/react-router'
import type { AnchorHTMLAttributes, ComponentType, ReactNode } from 'react'

/** Whose tasks are looked at: those of one's units, or those given to oneself. */
export const queues = ['units', 'mine'] as const
export type Queue = (typeof queues)[number]

/** Every page of the field. */
export type Place =
  | { readonly to: '/'; readonly search?: { readonly queue?: Queue } }
  | { readonly to: '/outbox' | '/me' | '/login' }
  | { readonly to: '/cases/$id'; readonly params: { readonly id: string } }
  | { readonly to: '/cases/$id/$verb'; readonly params: { readonly id: string; readonly verb: string } }

type LinkProps = Pick<AnchorHTMLAttributes<HTMLAnchorElement>, 'className'> & {
  readonly activeProps?: object
  readonly activeOptions?: { readonly exact?: boolean; readonly includeSearch?: boolean }
  readonly children: ReactNode
}

// The router's own types know one router in a program, and that is the desk's.
const Untyped = Link as unknown as ComponentType<LinkProps & Place>

/** A link to a page of the field. */
export const To = (props: LinkProps & Place) => <Untyped {...props} />

/** Goes to a page of the field. */
export function useGo(): (place: Place) => void {
  const navigate = useNavigate()
  return (place) => void navigate(place as never)
}

/** The case, and the verb if there is one, that the address names. */
export function useAddress(): { readonly id: number; readonly verb: string } {
  const { id, verb } = useParams({ strict: false }) as { id?: string; verb?: string }
  return { id: Number(id), verb: verb ?? '' }
}

/** The queue that the address names. */
export function useQueue(): Queue {
  return (useSearch({ strict: false }) as { queue?: Queue }).queue ?? 'units'
}
