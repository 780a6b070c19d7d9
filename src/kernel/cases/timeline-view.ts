import type { Name } from '#kernel/identity'
import type { CaseData, EventData } from './case-data.ts'
import type { CaseType } from './case-type.ts'
import type { TimelineEntry, UnitRef } from './contract.ts'

const roleNames: Readonly<Record<string, Name>> = {
  agent: { zh: '坐席', en: 'Agent' },
  dispatcher: { zh: '派单员', en: 'Dispatcher' },
  handler: { zh: '承办人', en: 'Handler' },
  communityWorker: { zh: '社区工作者', en: 'Community worker' },
  supervisor: { zh: '督办员', en: 'Supervisor' },
  reviewer: { zh: '审核员', en: 'Reviewer' },
  leader: { zh: '领导', en: 'Leader' },
  confidential: { zh: '保密岗', en: 'Confidential post' },
}
const others: Readonly<Record<string, Name>> = {
  resident: { zh: '诉求人', en: 'Requester' },
  system: { zh: '系统', en: 'System' },
  staff: { zh: '工作人员', en: 'Staff' },
}

/** What happened, oldest first; every actor is named by role, never by name. */
export function timelineOf(data: CaseData, type: CaseType, units: (id: number) => UnitRef): TimelineEntry[] {
  return data.events.map((event) => ({
    seq: event.seq,
    verb: event.verb,
    label:
      event.verb === 'open'
        ? type.opening.label
        : (type.verbs[event.verb]?.label ?? engineVerbs[event.verb] ?? { zh: event.verb }),
    at: new Date(event.at).toISOString(),
    actor: roleNames[event.role ?? ''] ?? others[event.actor_kind] ?? { zh: event.actor_kind },
    unit: event.unit_id === null ? null : units(event.unit_id),
    texts: data.texts
      .filter((text) => text.seq === event.seq && text.kind !== 'request')
      .map(({ kind, body }) => ({ kind, body })),
    details: detailsOf(event, type, units),
    files: data.files.filter((file) => file.seq === event.seq).map((file) => file.id),
  }))
}

/** What the engine itself writes, whatever the type. */
export const engineVerbs: Readonly<Record<string, Name>> = {
  remind: { zh: '到期提醒', en: 'Reminder' },
  overdue: { zh: '已超时限', en: 'Overdue' },
  escalate: { zh: '提级提醒上级', en: 'The unit above was told' },
  moveClock: { zh: '节假日安排调整，时限重算', en: 'Deadline moved by a holiday notice' },
  rehome: { zh: '机构调整，转由新单位办理', en: 'Passed to the successor unit' },
  import: { zh: '历史导入', en: 'Imported' },
}

function detailsOf(event: EventData, type: CaseType, units: (id: number) => UnitRef): TimelineEntry['details'] {
  const details: TimelineEntry['details'] = []
  const schema = (type.verbs[event.verb]?.needs.properties ?? {}) as Record<string, Labelled>
  for (const [name, value] of Object.entries(event.data)) {
    if (value === null || name === 'set') continue
    if (name === 'lead' || name === 'unit')
      details.push({ label: { zh: '单位', en: 'Unit' }, value: units(Number(value)).name })
    else if (name === 'clock')
      details.push({
        label: { zh: '时限', en: 'Limit' },
        value: type.clocks[String(value)]?.label ?? { zh: String(value) },
      })
    else if (schema[name]?.title) details.push({ label: labelOf(schema[name]), value: shown(schema[name], value) })
  }
  return details
}

interface Labelled {
  readonly title?: string
  readonly 'x-en'?: string
  readonly 'x-labels'?: Readonly<Record<string, Name>>
}

const labelOf = (schema: Labelled): Name => ({ zh: schema.title ?? '', en: schema['x-en'] })

function shown(schema: Labelled, value: unknown): Name {
  if (typeof value === 'boolean') return value ? { zh: '是', en: 'yes' } : { zh: '否', en: 'no' }
  return schema['x-labels']?.[String(value)] ?? { zh: String(value), en: String(value) }
}
