import { sql } from 'kysely'
import type { Engine } from '#kernel/cases'
import { refuse } from './refusals.ts'

interface PortalDistrict {
  readonly id: number
  readonly name: { readonly zh: string; readonly en?: string }
  readonly hotline: string
}

const kept = new WeakMap<Engine, Promise<PortalDistrict>>()

/** The district whose portal this is: a portal serves one. @throws hotline.no-centre before a district exists */
export function portalDistrict(engine: Engine): Promise<PortalDistrict> {
  const known = kept.get(engine)
  if (known) return known
  const found = read(engine)
  kept.set(engine, found)
  found.catch(() => kept.delete(engine))
  return found
}

export const districtOfPortal = async (engine: Engine): Promise<number> => (await portalDistrict(engine)).id

async function read(engine: Engine): Promise<PortalDistrict> {
  const { rows } = await sql<PortalDistrict>`select id, name, hotline from district order by id limit 1`.execute(
    engine.database.unscoped('portal'),
  )
  if (!rows[0]) throw refuse('hotline.no-centre')
  return rows[0]
}
