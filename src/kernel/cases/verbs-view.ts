import { type Actor, allowed, may } from '#kernel/identity'
import type { CaseType, VerbDeclaration } from './case-type.ts'
import type { CaseView, VerbView } from './contract.ts'
import type { Engine } from './engine.ts'
import { type Snapshot, thingOf } from './snapshot.ts'
import { offeredUnits } from './units-offered.ts'

type Named = readonly [name: string, declared: VerbDeclaration]

/** Exactly the verbs that this reader may do now. */
export async function offeredVerbs(
  engine: Engine,
  actor: Actor,
  type: CaseType,
  snapshot: Snapshot,
): Promise<VerbView[]> {
  const open = permitted(actor, type, snapshot).filter(([, declared]) => !declared.unless?.(snapshot, actor.id))
  return await Promise.all(
    open.map(async ([verb, declared]) => ({
      verb,
      resource: declared.resource,
      label: declared.label,
      ...(declared.hint && { hint: declared.hint }),
      ...(declared.key && { key: declared.key }),
      tone: declared.tone ?? 'plain',
      needs: declared.needs,
      units: await unitsFor(engine, actor, declared, snapshot),
    })),
  )
}

/** Verbs that the reader's post and the state would allow, and why not now. */
export function absentVerbs(actor: Actor, type: CaseType, snapshot: Snapshot): CaseView['absent'] {
  return permitted(actor, type, snapshot).flatMap(([, declared]) => {
    const why = declared.tone === 'mend' ? null : declared.unless?.(snapshot, actor.id)
    return why ? [{ label: declared.label, why }] : []
  })
}

function permitted(actor: Actor, type: CaseType, snapshot: Snapshot): Named[] {
  const thing = thingOf(snapshot)
  const purpose = { words: 'reading the page' } // a sealed page was opened for a purpose already
  return Object.entries(type.verbs).filter(
    ([, declared]) => declared.from.includes(snapshot.case.state) && allowed(may(actor, declared.who, thing, purpose)),
  )
}

async function unitsFor(
  engine: Engine,
  actor: Actor,
  declared: VerbDeclaration,
  snapshot: Snapshot,
): Promise<VerbView['units']> {
  if (!declared.units) return []
  const units = await offeredUnits(engine, actor, declared, snapshot)
  return units.map(({ id, name, kind }) => ({ id, name, kind }))
}
