import { sql } from 'kysely'
import type { Static } from 'typebox'
import { districtDate, type Unit, unitTree } from '#kernel/identity'
import type { Tx } from '#platform/database'
import type { ImportReport } from '#platform/import-report'
import { importRows, type RowOutcome } from '#platform/import-rows'
import type { Column, SheetRow } from '#platform/sheet'
import { addPlace, lineOf, type PlaceWork, twinOf } from './add-place.ts'
import { changePlace } from './change-place.ts'
import { type PlaceInput, type PlaceKind, placeKinds } from './contract.ts'
import { permitImport } from './permit.ts'
import { placeIndex } from './place-index.ts'
import { placeKey } from './place-key.ts'
import { getPlace, type PlaceView } from './places.ts'
import { refusePlaces } from './refusals.ts'

type Key = 'kind' | 'name' | 'english' | 'aliases' | 'parent' | 'community' | 'latitude' | 'longitude' | 'checked'

export const placeColumns: readonly Column<Key>[] = [
  { key: 'kind', zh: '类型', en: 'Kind', required: true, example: '小区' },
  { key: 'name', zh: '名称', en: 'Name', required: true, example: '示范小区' },
  { key: 'english', zh: '英文名', en: 'English name', example: 'Model Estate' },
  { key: 'aliases', zh: '别名', en: 'Other names', example: '示范园、示范里' },
  { key: 'parent', zh: '上级', en: 'Lies in', example: '示范社区' },
  { key: 'community', zh: '社区', en: 'Community', example: '示范社区' },
  { key: 'latitude', zh: '纬度', en: 'Latitude' },
  { key: 'longitude', zh: '经度', en: 'Longitude' },
  { key: 'checked', zh: '已核实', en: 'Verified', example: '是' },
]

type Cells = SheetRow<Key>['cells']
type Input = Static<typeof PlaceInput>

/** Registers the places of a sheet, the widest first; a place that is there already is completed. @throws Refusal not-allowed */
export async function importPlaces(work: PlaceWork, rows: readonly SheetRow<Key>[]): Promise<ImportReport> {
  permitImport(work.actor)
  const units = await unitTree(work.tx, await districtDate(work.tx, work.at))
  const { language } = work.actor
  return await importRows(work.tx, rows, { language, label: 'name' }, async (cells) => {
    const input = await inputOf(work.tx, units, cells)
    const above = input.parent ? await lineOf(work.tx, input.parent) : []
    const { keys } = placeIndex({ kind: input.kind, name: input.name, aliases: [] }, above)
    const twin = await twinOf(work.tx, { kind: input.kind, parent: input.parent ?? null, key: keys[0] ?? '' })
    if (twin !== null) return await complete(work, await getPlace(work.tx, twin), input)
    await addPlace(work, input)
    return 'added'
  })
}

async function complete(work: PlaceWork, place: PlaceView, input: Input): Promise<RowOutcome> {
  const { kind: _, parent: __, name, aliases = [], ...rest } = input
  const wanted = { ...rest, name: { ...place.name, ...name }, aliases: [...new Set([...place.aliases, ...aliases])] }
  const changes = Object.entries(wanted).filter(
    ([field, value]) => JSON.stringify(value) !== JSON.stringify(place[field as keyof PlaceView]),
  )
  if (changes.length === 0) return 'same'
  await changePlace(work, place.id, place.version, Object.fromEntries(changes))
  return 'changed'
}

async function inputOf(tx: Tx, units: readonly Unit[], cells: Cells): Promise<Input> {
  const name = { zh: cells.name ?? '', ...(cells.english && { en: cells.english }) }
  return {
    kind: kindOf(cells.kind ?? ''),
    name,
    ...(cells.aliases && { aliases: listOf(cells.aliases) }),
    ...(cells.parent && { parent: await parentOf(tx, cells.parent) }),
    ...(cells.community && { unit: unitOf(units, cells.community) }),
    ...positionOf(cells),
    ...(cells.checked && { checked: /^(?:是|y|yes|true|1)$/i.test(cells.checked) }),
  }
}

function kindOf(typed: string): PlaceKind {
  const text = typed.trim().toLowerCase()
  const found = Object.entries(placeKinds).find(([kind, { zh, en }]) =>
    [kind.toLowerCase(), zh, en.toLowerCase()].includes(text),
  )
  if (!found) throw refusePlaces('places.bad-kind', { kind: typed })
  return found[0] as PlaceKind
}

const listOf = (typed: string): string[] =>
  typed
    .split(/[、,，;；|]/)
    .map((part) => part.trim())
    .filter((part) => part !== '')

function positionOf({ latitude, longitude }: Cells): Pick<Input, 'latitude' | 'longitude'> {
  if (latitude === undefined && longitude === undefined) return {}
  const position = { latitude: Number(latitude ?? Number.NaN), longitude: Number(longitude ?? Number.NaN) }
  if (!(Math.abs(position.latitude) <= 90 && Math.abs(position.longitude) <= 180))
    throw refusePlaces('places.bad-position')
  return position
}

function unitOf(units: readonly Unit[], typed: string): number {
  const unit = units.find(({ name, code }) => name.zh === typed || code === typed)
  if (!unit) throw refusePlaces('places.no-unit', { name: typed })
  return unit.id
}

/** By name, or by a path such as 向阳社区/幸福小区 where several bear the name. */
async function parentOf(tx: Tx, typed: string): Promise<number> {
  const path = typed.split(/[/／>]/).map(placeKey)
  const { rows } = await sql<{ id: number; line: string[] }>`
    select p.id, array(select translate(lower(a.name ->> 'zh'), ' ', '') from place_line(p.id) l
        join place a on a.district_id = p.district_id and a.id = l.id order by l.depth desc) as line
    from places_named(${[path.at(-1) ?? '']}, 200) n join place p on p.district_id = app_district() and p.id = n.id
    where p.kind <> 'oldName'`.execute(tx)
  const fitting = rows.filter(({ line }) => path.slice(0, -1).every((part) => line.map(placeKey).includes(part)))
  if (fitting.length !== 1)
    throw refusePlaces(fitting.length === 0 ? 'places.no-parent' : 'places.many-parents', { name: typed })
  return fitting[0]!.id
}
