import type { Role } from '#kernel/identity'
import type { DemoUnits } from './found-district.ts'

interface CastMember {
  readonly zh: string
  readonly en: string
  readonly role: Role
  /** What the terminal says of them. */
  readonly title: string
  readonly unit: (units: DemoUnits) => number
}

/** Invented people to log in as; the key is the user name. */
export const cast = {
  agent: { zh: '苏晚舟', en: 'Su Wanzhou', role: 'agent', title: '坐席 agent', unit: ({ centre }) => centre },
  dispatcher: {
    zh: '顾南辞',
    en: 'Gu Nanci',
    role: 'dispatcher',
    title: '派单员 dispatcher',
    unit: ({ centre }) => centre,
  },
  street: {
    zh: '韩立夏',
    en: 'Han Lixia',
    role: 'dispatcher',
    title: '街道 street',
    unit: ({ streets }) => streets[0]!.id,
  },
  community: {
    zh: '柳知微',
    en: 'Liu Zhiwei',
    role: 'communityWorker',
    title: '社区工作者 community worker',
    unit: ({ streets }) => streets[0]!.communities[0]!.id,
  },
  department: {
    zh: '方砚秋',
    en: 'Fang Yanqiu',
    role: 'handler',
    title: '部门 department',
    unit: ({ departments }) => departments.city,
  },
  supervisor: {
    zh: '贺知远',
    en: 'He Zhiyuan',
    role: 'supervisor',
    title: '督办员 supervisor',
    unit: ({ centre }) => centre,
  },
  reviewer: {
    zh: '沈听雪',
    en: 'Shen Tingxue',
    role: 'reviewer',
    title: '发布审核 reviewer',
    unit: ({ centre }) => centre,
  },
  leader: { zh: '唐季白', en: 'Tang Jibai', role: 'leader', title: '区领导 leader', unit: ({ district }) => district },
  confidential: {
    zh: '严守默',
    en: 'Yan Shoumo',
    role: 'confidential',
    title: '保密岗 confidential',
    unit: ({ centre }) => centre,
  },
  system: {
    zh: '齐运维',
    en: 'Qi Yunwei',
    role: 'systemAdministrator',
    title: '系统管理员 system',
    unit: ({ district }) => district,
  },
  security: {
    zh: '安授衡',
    en: 'An Shouheng',
    role: 'securityAdministrator',
    title: '安全管理员 security',
    unit: ({ district }) => district,
  },
  audit: {
    zh: '申鉴之',
    en: 'Shen Jianzhi',
    role: 'auditAdministrator',
    title: '审计管理员 audit',
    unit: ({ district }) => district,
  },
} as const satisfies Record<string, CastMember>

export type CastName = keyof typeof cast
