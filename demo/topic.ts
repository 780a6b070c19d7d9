import type { requestKinds } from '#contract/hotline'
import type { DepartmentKey } from './organisation.ts'

/** Something residents call about, in their words, and what the office answers. */
export interface Topic {
  readonly kind: (typeof requestKinds)[number]
  readonly subject: string
  /** Who handles it: a department, or the community that the street passes it on to. */
  readonly to: DepartmentKey | 'community'
  readonly urgency?: 0 | 1
  /** Without a place, so that it can be published as it is. */
  readonly title: string
  /** As said; {place} is the estate and building. */
  readonly text: string
  readonly reply: string
}
