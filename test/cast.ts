import pg from 'pg'

// A fictional district as the tests know it: every unit and person has a part that their name reminds of.
const units = {
  district: ['district', null, '星河区', 'Xinghe District', '909901'],
  centre: ['centre', 'district', '星河区社会服务中心', 'Xinghe Service Centre', null],
  housing: ['department', 'district', '区住房建设局', 'Housing Bureau', null],
  greening: ['department', 'district', '区绿化市容局', 'Greening Bureau', null],
  bridgeStreet: ['street', 'district', '桥东街道', 'Qiaodong Street', '909901001'],
  riverStreet: ['street', 'district', '河西街道', 'Hexi Street', '909901002'],
  sunny: ['community', 'bridgeStreet', '向阳社区', 'Xiangyang Community', '909901001001'],
  willow: ['community', 'bridgeStreet', '柳荫社区', 'Liuyin Community', '909901001002'],
  riverside: ['community', 'riverStreet', '望江社区', 'Wangjiang Community', '909901002001'],
  northGarden: ['community', 'riverStreet', '北苑社区', 'Beiyuan Community', '909901002002'],
} as const

const staff = {
  agent: ['林小满', 'Lin Xiaoman', 'agent', 'centre'],
  dispatcher: ['周正', 'Zhou Zheng', 'dispatcher', 'centre'],
  supervisor: ['何静', 'He Jing', 'supervisor', 'centre'],
  reviewer: ['白露', 'Bai Lu', 'reviewer', 'centre'],
  confidential: ['沈默', 'Shen Mo', 'confidential', 'centre'],
  leader: ['高远', 'Gao Yuan', 'leader', 'district'],
  housingHandler: ['方砚', 'Fang Yan', 'handler', 'housing'],
  greeningHandler: ['叶青', 'Ye Qing', 'handler', 'greening'],
  bridgeDispatcher: ['方圆', 'Fang Yuan', 'dispatcher', 'bridgeStreet'],
  bridgeHandler: ['乔东', 'Qiao Dong', 'handler', 'bridgeStreet'],
  riverHandler: ['江西平', 'Jiang Xiping', 'handler', 'riverStreet'],
  sunnyWorker: ['向晚晴', 'Xiang Wanqing', 'communityWorker', 'sunny'],
  willowWorker: ['柳依依', 'Liu Yiyi', 'communityWorker', 'willow'],
  riversideWorker: ['王江', 'Wang Jiang', 'communityWorker', 'riverside'],
  systemAdministrator: ['齐系', 'Qi Xi', 'systemAdministrator', 'district'],
  securityAdministrator: ['安权', 'An Quan', 'securityAdministrator', 'district'],
  auditAdministrator: ['申记', 'Shen Ji', 'auditAdministrator', 'district'],
} as const

export type CastUnit = keyof typeof units
export type CastStaff = keyof typeof staff

/** The ids of everyone and everything in one planted district. */
export interface Cast {
  readonly district: number
  readonly units: Readonly<Record<CastUnit, number>>
  readonly staff: Readonly<Record<CastStaff, number>>
}

/** Plants the cast's district, in being since 2020-01-01. Plant a second one under another number. */
export async function plantCast(ownerUrl: string, district = 1): Promise<Cast> {
  const client = new pg.Client({ connectionString: ownerUrl })
  await client.connect()
  try {
    const name = { zh: units.district[2], en: units.district[3] }
    await client.query('insert into district (id, name, hotline) values ($1, $2, $3)', [district, name, '000-88012345'])
    await client.query("select set_config('app.district', $1, false)", [String(district)])
    const unitIds = await plantUnits(client)
    return { district, units: unitIds, staff: await plantStaff(client, unitIds) }
  } finally {
    await client.end()
  }
}

async function plantUnits(client: pg.Client): Promise<Cast['units']> {
  const ids: Record<string, number> = {}
  for (const [key, [kind, parent, zh, en, code]] of Object.entries(units)) {
    const { rows } = await client.query('insert into unit (kind) values ($1) returning id', [kind])
    ids[key] = rows[0].id
    await client.query("insert into unit_name (unit_id, name, code, valid) values ($1, $2, $3, '[2020-01-01,)')", [
      ids[key],
      { zh, en },
      code,
    ])
    if (parent === null) continue
    await client.query("insert into unit_edge (child, parent, valid) values ($1, $2, '[2020-01-01,)')", [
      ids[key],
      ids[parent],
    ])
  }
  return ids as Cast['units']
}

async function plantStaff(client: pg.Client, unitIds: Cast['units']): Promise<Cast['staff']> {
  const ids: Record<string, number> = {}
  for (const [key, [zh, en, role, unit]] of Object.entries(staff)) {
    const { rows } = await client.query('insert into staff (name) values ($1) returning id', [{ zh, en }])
    ids[key] = Number(rows[0].id)
    await client.query("insert into post (staff_id, unit_id, role, valid) values ($1, $2, $3, '[2020-01-01,)')", [
      ids[key],
      unitIds[unit],
      role,
    ])
  }
  return ids as Cast['staff']
}
