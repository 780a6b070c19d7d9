/** The fictional district: its name, number and units are invented; the codes have the shape of real ones, of no real province. */
export const district = {
  zh: '云澜区',
  en: 'Yunlan District',
  code: '909677',
  hotline: '96777',
} as const

export const centre = { zh: '云澜区公共服务中心', en: 'Yunlan Public Service Centre' } as const

export const departments = {
  city: ['城市管理局', 'City Management Bureau'],
  housing: ['住房和城乡建设局', 'Housing and Construction Bureau'],
  civil: ['民政局', 'Civil Affairs Bureau'],
  labour: ['人力资源和社会保障局', 'Human Resources and Social Security Bureau'],
  health: ['卫生健康局', 'Health Bureau'],
  police: ['公安分局', 'Public Security Branch'],
  market: ['市场监督管理局', 'Market Supervision Bureau'],
  environment: ['生态环境分局', 'Environment Branch'],
  education: ['教育局', 'Education Bureau'],
  heating: ['供热办公室', 'Heating Office'],
  transport: ['交通运输局', 'Transport Bureau'],
  water: ['水务局', 'Water Bureau'],
} as const
export type DepartmentKey = keyof typeof departments

type Named = readonly [zh: string, en: string]

/** Six streets with 34 communities in all. The demo's street and community people work in the first of each. */
export const streets: readonly { readonly name: Named; readonly communities: readonly Named[] }[] = [
  {
    name: ['揽月', 'Lanyue'],
    communities: [
      ['桂苑', 'Guiyuan'],
      ['星语', 'Xingyu'],
      ['银杏里', 'Yinxingli'],
      ['望月台', 'Wangyuetai'],
      ['长堤', 'Changdi'],
      ['晨光里', 'Chenguangli'],
    ],
  },
  {
    name: ['听澜', 'Tinglan'],
    communities: [
      ['听松', 'Tingsong'],
      ['碧波', 'Bibo'],
      ['渔歌', 'Yuge'],
      ['沙渚', 'Shazhu'],
      ['潮音', 'Chaoyin'],
      ['海棠湾', 'Haitangwan'],
    ],
  },
  {
    name: ['青禾', 'Qinghe'],
    communities: [
      ['青禾里', 'Qingheli'],
      ['麦香', 'Maixiang'],
      ['百草', 'Baicao'],
      ['田园居', 'Tianyuanju'],
      ['丰登', 'Fengdeng'],
      ['稻花', 'Daohua'],
    ],
  },
  {
    name: ['柏桥', 'Boqiao'],
    communities: [
      ['柏桥头', 'Boqiaotou'],
      ['石板巷', 'Shibanxiang'],
      ['老井', 'Laojing'],
      ['磨坊', 'Mofang'],
      ['竹篮巷', 'Zhulanxiang'],
      ['书院里', 'Shuyuanli'],
    ],
  },
  {
    name: ['望枫', 'Wangfeng'],
    communities: [
      ['红枫', 'Hongfeng'],
      ['枫林晚', 'Fenglinwan'],
      ['秋实', 'Qiushi'],
      ['鹿鸣', 'Luming'],
      ['云栖里', 'Yunqili'],
    ],
  },
  {
    name: ['南屿', 'Nanyu'],
    communities: [
      ['南屿', 'Nanyu'],
      ['橘洲里', 'Juzhouli'],
      ['银滩', 'Yintan'],
      ['灯塔', 'Dengta'],
      ['帆影', 'Fanying'],
    ],
  },
]
