import type { Actor } from '#kernel/identity'
import type { LivePush } from '#platform/pump'

/** Whole numbers in PostgreSQL's form of a multirange: '{[3,4),[7,9)}'. */
export function inRanges(multirange: string | undefined): (id: number) => boolean {
  const ranges = [...(multirange ?? '').matchAll(/\[(\d+),(\d+)\)/g)].map(
    ([, from, upto]) => [Number(from), Number(upto)] as const,
  )
  return (id) => ranges.some(([from, upto]) => id >= from && id < upto)
}

/** Whether a push is for this member: their own, or about a case that row-level security would show them. */
export function sees({ id, scope }: Pick<Actor, 'id' | 'scope'>): (push: LivePush) => boolean {
  const [reached, home, opened] = [scope.reach, scope.home, scope.sealedReach].map(inRanges)
  return ({ staffIds, unitIds, barred, sealed }) =>
    (id !== null && staffIds.includes(id)) ||
    (unitIds.some(reached!) && !barred.some(home!) && (!sealed || unitIds.some(opened!)))
}
