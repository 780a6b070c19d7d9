import { type Engine, unitsToday } from '#kernel/cases'
import { refuse } from './refusals.ts'

/** The unit that takes requests in for a district: its call centre. @throws hotline.no-centre */
export async function centreOf(engine: Engine, district: number): Promise<number> {
  const centre = (await unitsToday(engine, district)).find((unit) => unit.kind === 'centre')
  if (!centre) throw refuse('hotline.no-centre')
  return centre.id
}
