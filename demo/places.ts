import { systemActor } from '#kernel/identity'
import { addPlace, type PlaceWork } from '#kernel/places'
import type { Clock } from '#platform/clock'
import type { Database } from '#platform/database'
import { DISTRICT } from './district-row.ts'
import type { DemoCommunity, DemoUnits } from './found-district.ts'

/** A residential estate where residents live and cases happen. */
export interface Estate {
  readonly id: number
  readonly name: string
  readonly community: DemoCommunity
}

const before = [
  '松涛',
  '明月',
  '和顺',
  '锦绣',
  '阳光',
  '金桥',
  '翠屏',
  '兰亭',
  '康乐',
  '福临',
  '安泰',
  '春晓',
  '映山',
  '清河',
  '紫藤',
  '白鹭',
  '玉兰',
]
const after = ['苑', '花园', '家园', '小区']
const landmarks = ['菜市场', '小学', '卫生服务站', '文化广场', '公交站', '老年食堂', '街心公园', '幼儿园']
const formerly = ['纺织厂宿舍', '机械厂家属院', '粮站大院', '搬运社院']
const roads = [
  '澜江大道',
  '揽月路',
  '听澜路',
  '青禾街',
  '柏桥老街',
  '望枫路',
  '南屿滨江路',
  '书院巷',
  '长堤路',
  '百草街',
  '磨坊巷',
  '灯塔路',
]
const BUILDINGS = 2

/** Communities, estates, buildings, landmarks, roads and what some estates were once called. */
export async function plantPlaces(database: Database, clock: Clock, units: DemoUnits): Promise<Estate[]> {
  return await database.as('worker', { district: DISTRICT }, async (tx) => {
    const work = { tx, actor: systemActor(DISTRICT), at: clock.now() }
    for (const name of roads) await addPlace(work, { kind: 'road', name: { zh: name }, checked: true })
    const communities = units.streets.flatMap((street) => street.communities)
    const estates: Estate[] = []
    for (const [at, community] of communities.entries()) estates.push(...(await plantCommunity(work, community, at)))
    return estates
  })
}

async function plantCommunity(work: PlaceWork, community: DemoCommunity, at: number): Promise<Estate[]> {
  const { id: unit, zh } = community
  const { id: parent } = await addPlace(work, { kind: 'community', name: { zh: `${zh}社区` }, unit, checked: true })
  await addPlace(work, {
    kind: 'landmark',
    name: { zh: `${zh}${landmarks[at % landmarks.length]}` },
    parent,
    checked: true,
  })
  const estates: Estate[] = []
  for (const nth of [0, 1]) {
    const number = at * 2 + nth
    const name = `${before[number % before.length]}${after[Math.floor(number / before.length) % after.length]}`
    const { id } = await addPlace(work, { kind: 'estate', name: { zh: name }, parent, checked: true })
    for (let building = 1; building <= BUILDINGS; building++)
      await addPlace(work, { kind: 'building', name: { zh: `${building}号楼` }, parent: id, checked: building === 1 })
    estates.push({ id, name, community })
  }
  if (at % 4 === 0)
    await addPlace(work, {
      kind: 'oldName',
      name: { zh: `${zh}${formerly[(at / 4) % formerly.length]}` },
      parent: estates[0]!.id,
    })
  return estates
}
