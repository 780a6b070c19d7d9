import type { OwnRequest, Publication, PublicCaseView, PublicFigures } from '#contract/hotline'
import type { FilingValues, PortalContext, PortalPage } from './pages.ts'

export const hostile = `<script>alert(1)</script>"'><img src=x onerror=alert(1)>&`

export const context: PortalContext = {
  language: 'zh',
  elder: false,
  hotline: '96777',
  districtName: '清河区',
  path: '/file?a=1&b=2',
  scripts: { styles: ['/portal/assets/portal.css'], modules: ['/portal/assets/portal.js'] },
}

const values: FilingValues = {
  kind: 'help',
  text: hostile,
  place: hostile,
  behalf: 'other',
  onBehalfOf: hostile,
  name: hostile,
  phone: hostile,
  hidden: 'yes',
}

export const row: Publication = {
  id: 7,
  number: '0000000279',
  kind: 'help',
  kindLabel: { zh: '求助', en: 'Help' },
  community: { zh: '向阳社区', en: 'Xiangyang Community' },
  title: hostile,
  request: hostile,
  reply: hostile,
  receivedOn: '2026-09-18',
  repliedOn: '2026-09-21',
  withinLimit: true,
  satisfaction: 5,
}

export const figures: PublicFigures = {
  month: '2026-09',
  received: 1204,
  closed: 1100,
  closedInLimit: 1071,
  satisfied: 402,
  rated: 430,
  byKind: [
    { kind: 'help', label: { zh: '求助', en: 'Help' }, count: 900 },
    { kind: 'praise', label: { zh: '表扬', en: 'Praise' }, count: 3 },
  ],
}

export const view: PublicCaseView = {
  number: '0000000279',
  title: hostile,
  text: hostile,
  stateLabel: { zh: '已答复', en: 'Answered' },
  receivedAt: '2026-09-18T02:12:00Z',
  dueAt: '2026-09-29T09:00:00Z',
  deadline: ['9月20日是调休上班日'],
  remaining: '还有 2 个工作日',
  lead: { zh: '向阳社区', en: 'Xiangyang Community' },
  steps: [{ at: '2026-09-18T02:12:00Z', label: { zh: '收到', en: 'Received' }, unit: null, text: hostile }],
  reply: hostile,
  files: [
    { id: 71, name: hostile, kind: 'image/jpeg', first: true },
    { id: 72, name: hostile, kind: 'application/pdf', first: false },
  ],
  mayRate: true,
  rated: false,
  version: 5,
}

const own: OwnRequest = {
  id: 12,
  number: '0000000279',
  title: hostile,
  stateLabel: { zh: '已答复', en: 'Answered' },
  receivedAt: '2026-09-18T02:12:00Z',
  mayRate: true,
}

const problems = [{ field: 'text', sentence: hostile }]

/** Every page once, with hostile words wherever a person or a clerk may write. */
export const samples: readonly PortalPage[] = [
  { page: 'home', figures, latest: [row] },
  { page: 'home', figures: null, latest: [] },
  { page: 'file', step: 'what', values, problems, key: 'key-1' },
  { page: 'file', step: 'where', values, problems: [], key: 'key-1' },
  { page: 'file', step: 'who', values, problems: [{ field: 'phone', sentence: '不对' }], key: 'key-1' },
  { page: 'file', step: 'check', values, problems: [{ field: null, sentence: '不行' }], key: 'key-1' },
  { page: 'filed', number: '0000000279', receipt: 'K7M2PX9D' },
  {
    page: 'follow',
    values: { number: hostile, receipt: hostile, phone: hostile, by: 'voice' },
    problems: [{ field: 'number', sentence: hostile }],
    voice: true,
    known: true,
  },
  { page: 'code', phone: hostile, by: 'sms', minutes: 5, digits: 6, problems: [{ field: 'code', sentence: hostile }] },
  { page: 'mine', rows: [own], next: 3, later: true },
  { page: 'mine', rows: [], next: null, later: false },
  { page: 'case', view, several: true, key: 'key-2' },
  { page: 'rated', number: '0000000279' },
  { page: 'published', rows: [row], next: 6, q: hostile, later: true },
  { page: 'published', rows: [], next: null, q: '', later: false },
  { page: 'publication', row },
  { page: 'figures', figures, previous: '2026-08', following: null },
  { page: 'guide', limits: [{ name: { zh: '派单' }, limit: { zh: '1 个工作时' }, source: null }] },
  { page: 'guide', limits: [] },
  { page: 'problem', status: 404, sentence: hostile },
]
