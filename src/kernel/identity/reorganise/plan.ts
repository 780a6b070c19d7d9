import type { Tx } from '#platform/database'
import { planMerge } from './plan-merge.ts'
import { planMove } from './plan-move.ts'
import { planSplit } from './plan-split.ts'
import type { CaseHomes, Reorganisation, ReorganisationPlan } from './reorganisation.ts'

/** Every row that the reorganisation would change. @throws Refusal identity.… where it can't be done */
export function planOf(tx: Tx, wish: Reorganisation): Promise<ReorganisationPlan> {
  if (wish.kind === 'move') return planMove(tx, wish)
  return wish.kind === 'merge' ? planMerge(tx, wish) : planSplit(tx, wish)
}

/** A plan with the numbers of what would move if it were today. */
export interface Preview extends ReorganisationPlan {
  readonly openCases: readonly { readonly from: number; readonly to: number; readonly cases: number }[]
}

/** What the reorganisation would do; nothing is changed. @throws as planOf */
export async function previewReorganisation(tx: Tx, wish: Reorganisation, cases: CaseHomes): Promise<Preview> {
  const plan = await planOf(tx, wish)
  const openCases = []
  for (const { from, to, beside } of plan.homes) {
    openCases.push({ from, to, cases: (await cases.openAt(tx, from, beside)).length })
  }
  return { ...plan, openCases }
}
