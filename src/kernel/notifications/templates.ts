import type { Name } from '#kernel/identity'
import type { NamesIn, Value } from './template-text.ts'

export const channelNames = ['inApp', 'sms', 'voice', 'email', 'webPush'] as const
export type ChannelName = (typeof channelNames)[number]

/** What may be told. The words hold no name, address or wish of a resident: a text message is read over shoulders. */
export interface Template {
  readonly title: Required<Name>
  readonly text: Required<Name>
  /** Where it is told unless the teller says otherwise. */
  readonly channels: readonly ChannelName[]
  /** Wakes people at night. */
  readonly urgent?: boolean
  /** Minutes after which it says nothing any more and is not sent. */
  readonly validMinutes?: number
}

const toResident = ['sms'] as const
const toStaff = ['inApp', 'webPush'] as const

export const templates = {
  caseReceived: {
    title: { zh: '诉求已收到', en: 'Request received' },
    text: {
      zh: '您的诉求已收到，编号{number}，查询码{receipt}，凭此可查进度。',
      en: 'We have your request: no. {number}, code {receipt}. Follow it with both.',
    },
    channels: toResident,
  },
  caseDispatched: {
    title: { zh: '诉求已派单', en: 'Request dispatched' },
    text: {
      zh: '您的诉求（{number}）已交{unit}办理，{due}前答复您。',
      en: 'Your request {number} is with {unit}. You will have a reply by {due}.',
    },
    channels: toResident,
  },
  caseDeclined: {
    title: { zh: '诉求未受理', en: 'Request declined' },
    text: {
      zh: '您的诉求未能受理，原因和建议请看：{link}',
      en: 'Your request could not be accepted. Why, and what you can do: {link}',
    },
    channels: toResident,
  },
  caseExtended: {
    title: { zh: '办理延期', en: 'More time needed' },
    text: {
      zh: '您的诉求（{number}）办理需要更多时间，答复期限延至{due}。',
      en: 'Your request {number} needs more time. You will have a reply by {due}.',
    },
    channels: toResident,
  },
  caseNotReached: {
    title: { zh: '未能联系上您', en: 'We could not reach you' },
    text: {
      zh: '我们为诉求（{number}）多次联系您未接通，方便时请回电{phone}。',
      en: 'We could not reach you about request {number}. Please ring {phone}.',
    },
    channels: toResident,
  },
  caseReplied: {
    title: { zh: '诉求已答复', en: 'Request answered' },
    text: {
      zh: '您的诉求已答复，请查看并评价：{link}',
      en: 'Your request has been answered. Read and rate it: {link}',
    },
    channels: toResident,
  },
  oneTimeCode: {
    title: { zh: '验证码', en: 'Code' },
    text: {
      zh: '验证码{code}，{minutes}分钟内有效，请勿告诉他人。',
      en: 'Your code is {code}, good for {minutes} minutes. Tell it to nobody.',
    },
    channels: toResident,
    urgent: true,
    validMinutes: 5,
  },
  taskArrived: {
    title: { zh: '新工单', en: 'New case' },
    text: { zh: '{unit}收到工单{number}，请在{due}前签收。', en: '{unit} has case {number}: acknowledge it by {due}.' },
    channels: toStaff,
  },
  caseReminder: {
    title: { zh: '时限提醒', en: 'Deadline ahead' },
    text: {
      zh: '工单{number}的{clock}时限已过{percent}%，{due}到期。',
      en: 'Case {number}: {percent}% of "{clock}" is gone, due {due}.',
    },
    channels: toStaff,
  },
  caseOverdue: {
    title: { zh: '工单超时', en: 'Case overdue' },
    text: { zh: '工单{number}的{clock}已超时，应于{due}办完。', en: 'Case {number}: "{clock}" was due {due}.' },
    channels: toStaff,
  },
  escalated: {
    title: { zh: '超时上报', en: 'Escalation' },
    text: {
      zh: '{unit}的工单{number}（{clock}）已超时，请督促办理。',
      en: 'Case {number} of {unit} is overdue ("{clock}"): please see to it.',
    },
    channels: toStaff,
  },
  acknowledgedByDefault: {
    title: { zh: '未按时签收', en: 'Not acknowledged in time' },
    text: {
      zh: '{unit}未按时签收工单{number}，已按签收计，办理时限照算。',
      en: '{unit} did not acknowledge case {number} in time; it counts as acknowledged.',
    },
    channels: toStaff,
  },
  caseSentBack: {
    title: { zh: '退单', en: 'Case sent back' },
    text: {
      zh: '{unit}退回工单{number}，请重新派单。',
      en: '{unit} sent back case {number}: please dispatch it again.',
    },
    channels: toStaff,
  },
  caseUrged: {
    title: { zh: '催办', en: 'Urged' },
    text: {
      zh: '工单{number}被催办，请尽快联系诉求人。',
      en: 'Case {number} was urged: please contact the requester soon.',
    },
    channels: toStaff,
  },
  caseRedo: {
    title: { zh: '重办', en: 'Redo' },
    text: { zh: '工单{number}需要重办，请在{due}前答复。', en: 'Case {number} is to be redone: reply by {due}.' },
    channels: toStaff,
  },
  extensionAsked: {
    title: { zh: '延期待审批', en: 'Extension asked' },
    text: {
      zh: '{unit}申请工单{number}延期，请审批。',
      en: '{unit} asks for more time for case {number}: please decide.',
    },
    channels: toStaff,
  },
  extensionDecided: {
    title: { zh: '延期审批结果', en: 'Extension decided' },
    text: { zh: '工单{number}的延期申请{decision}。', en: 'The extension of case {number} was {decision}.' },
    channels: toStaff,
  },
  urgentCase: {
    title: { zh: '紧急工单', en: 'Urgent case' },
    text: {
      zh: '紧急工单{number}已派到{unit}，请在{due}前联系诉求人。',
      en: 'Urgent case {number} is with {unit}: contact the requester by {due}.',
    },
    channels: ['inApp', 'webPush', 'sms'],
    urgent: true,
  },
} as const satisfies Record<string, Template>

export type TemplateName = keyof typeof templates
export type ParametersOf<T extends TemplateName> = Readonly<Record<NamesIn<(typeof templates)[T]['text']['zh']>, Value>>

/** The template, or undefined where a newer version of the house wrote the row. */
export const findTemplate = (name: string): Template | undefined => (templates as Record<string, Template>)[name]
