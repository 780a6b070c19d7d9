import { Type } from 'typebox'
import { type Snapshot, verb } from '#kernel/cases'
import { above, coHandlers, dispatchers, unitInCharge } from './who.ts'
import { choice, text, unit, yesNo } from './words.ts'

/** What the unit in charge does with a case, and what it may ask of others. */
export const handlingVerbs = {
  acknowledge: verb({
    label: { zh: '签收', en: 'Acknowledge' },
    resource: 'acknowledgements',
    key: 'q',
    tone: 'main',
    from: ['dispatched'],
    to: 'handling',
    who: [unitInCharge],
    needs: Type.Object({}),
    meets: ['acknowledge'],
    mend: 'sendBack',
  }),
  /** One of the unit's people takes it on; the post keeps it when they move. */
  claim: verb({
    label: { zh: '认领', en: 'Take it on' },
    resource: 'claims',
    key: 'm',
    from: ['dispatched', 'handling'],
    who: [unitInCharge],
    needs: Type.Object({}),
    mend: 'letGo',
    unless: (snapshot, actorId) =>
      ownTask(snapshot)?.assignee_id === actorId
        ? { zh: '这件工单已由您认领。', en: 'You have taken this case on already.' }
        : null,
    effect: (plan) => plan.assign('handle', plan.actorId).keep({ staff: plan.actorId }),
  }),
  letGo: verb({
    label: { zh: '放回本单位', en: 'Put back to the unit' },
    resource: 'claim-ends',
    tone: 'mend',
    from: ['dispatched', 'handling'],
    who: [unitInCharge],
    needs: Type.Object({}),
    mend: 'claim',
    unless: (snapshot) =>
      ownTask(snapshot)?.assignee_id == null
        ? { zh: '这件工单没有人认领。', en: 'Nobody has taken this case on.' }
        : null,
    effect: (plan) => plan.assign('handle', null),
  }),
  /** Contact first: every attempt is recorded; a first contact also acknowledges. @rule H11 */
  contact: verb({
    label: { zh: '联系诉求人', en: 'Contact the requester' },
    resource: 'contacts',
    key: 'c',
    from: ['dispatched', 'handling'],
    to: 'handling',
    who: [unitInCharge],
    needs: Type.Object({
      reached: yesNo('已联系上', 'Reached'),
      by: choice('方式', 'By', {
        phone: { zh: '电话', en: 'Phone' },
        visit: { zh: '上门', en: 'Visit' },
        message: { zh: '短信或微信', en: 'Message' },
      }),
      note: Type.Optional(text('联系情况', 'What was said')),
    }),
    meets: ['acknowledge'],
    mend: 'contact',
    effect: (plan, input) => {
      if (input.reached) plan.move('meet', 'contact')
      plan.keep({ reached: input.reached, by: input.by }).write('note', input.note)
    },
  }),
  /** @rule H6 a unit that was ruled to be in charge may not send back again */
  sendBack: verb({
    label: { zh: '退单', en: 'Send back' },
    resource: 'send-backs',
    key: 'b',
    from: ['dispatched', 'handling'],
    to: 'sentBack',
    who: [unitInCharge],
    needs: Type.Object({
      reason: choice('退单理由', 'Reason', {
        notOurDuty: { zh: '不属本单位职责', en: 'Not our duty' },
        notOurArea: { zh: '不在本辖区', en: 'Not our area' },
        beyondCommunity: { zh: '超出社区职责', en: 'Beyond a community’s duties' },
        unclear: { zh: '信息不全无法办理', en: 'Not enough information' },
        other: { zh: '其他', en: 'Other' },
      }),
      text: text('说明', 'Explanation', { min: 4 }),
    }),
    pauses: ['contact', 'handle'],
    meets: ['acknowledge'],
    mend: 'withdrawSendBack',
    unless: (snapshot) =>
      snapshot.case.fields.ruled === snapshot.case.lead_unit && snapshot.case.lead_unit !== null
        ? {
            zh: '已审定由本单位办理，不能再退单。',
            en: 'It was ruled that your unit handles this; it cannot be sent back again.',
          }
        : null,
    effect: (plan, input, snapshot) => {
      const { intake_unit } = snapshot.case
      plan.wait('handle', true).task('dispatch', intake_unit).start('dispatch', intake_unit)
      plan.keep({ reason: input.reason }).write('reason', input.text)
    },
  }),
  withdrawSendBack: verb({
    label: { zh: '撤回退单', en: 'Withdraw the sending back' },
    resource: 'send-back-withdrawals',
    tone: 'mend',
    from: ['sentBack'],
    to: 'handling',
    who: [unitInCharge],
    needs: Type.Object({}),
    resumes: ['contact', 'handle'],
    cancels: ['dispatch'],
    mend: 'sendBack',
    effect: (plan, _input, snapshot) =>
      plan.end('dispatch').wait('handle', false, snapshot.case.lead_unit ?? undefined),
  }),
  /** @rule H6 the ruling binds: the unit may not return the case again */
  rule: verb({
    label: { zh: '审定维持派单', en: 'Rule that the unit handles it' },
    resource: 'rulings',
    key: 'r',
    from: ['sentBack'],
    to: 'handling',
    who: [dispatchers],
    needs: Type.Object({ text: text('审定理由', 'Reason', { min: 4 }) }),
    meets: ['dispatch'],
    resumes: ['contact', 'handle'],
    mend: 'reassign',
    effect: (plan, input, snapshot) => {
      plan.end('dispatch').wait('handle', false, snapshot.case.lead_unit ?? undefined)
      plan.set({ fields: { ...snapshot.case.fields, ruled: snapshot.case.lead_unit } }).write('reason', input.text)
    },
  }),
  /** @rule H7 the lead coordinates, the others report to it within the limit */
  coHandle: verb({
    label: { zh: '请单位协办', en: 'Ask a unit to co-handle' },
    resource: 'co-handlings',
    from: ['dispatched', 'handling'],
    who: [unitInCharge, dispatchers],
    needs: Type.Object({ unit: unit('协办单位', 'Unit'), text: text('请协办的事项', 'What is asked') }),
    units: 'all',
    mend: 'endCoHandling',
    effect: (plan, input) => {
      plan.join(input.unit, 'coHandler').task('coHandle', input.unit).start('coHandle', input.unit)
      plan.keep({ unit: input.unit }).write('note', input.text)
    },
  }),
  coReply: verb({
    label: { zh: '协办答复主办', en: 'Report to the lead' },
    resource: 'co-replies',
    tone: 'main',
    from: ['dispatched', 'handling'],
    who: [coHandlers],
    needs: Type.Object({ text: text('协办情况', 'What was done', { min: 4 }) }),
    mend: 'coHandle',
    effect: (plan, input) => {
      const unit = plan.post?.unit
      plan
        .end('coHandle', unit)
        .move('meet', 'coHandle', unit === undefined ? {} : { unit })
        .write('coReply', input.text)
      if (unit !== undefined) plan.leave(unit, 'coHandler')
    },
  }),
  endCoHandling: verb({
    label: { zh: '取消协办', en: 'End a co-handling' },
    resource: 'co-handling-ends',
    tone: 'mend',
    from: ['dispatched', 'handling'],
    who: [unitInCharge, dispatchers],
    needs: Type.Object({ unit: unit('协办单位', 'Unit') }),
    units: 'parties',
    mend: 'coHandle',
    unless: (snapshot) =>
      openCoHandling(snapshot) ? null : { zh: '没有进行中的协办。', en: 'No unit is co-handling.' },
    effect: (plan, input) =>
      plan.leave(input.unit, 'coHandler').end('coHandle', input.unit).move('cancel', 'coHandle', { unit: input.unit }),
  }),
  /** @rule H10 only with a reason that is told to the requester */
  askExtension: verb({
    label: { zh: '申请延期', en: 'Ask for an extension' },
    resource: 'extensions',
    key: 'x',
    from: ['handling'],
    who: [unitInCharge],
    needs: Type.Object({
      amount: Type.Integer({
        minimum: 1,
        maximum: 10,
        title: '延长（与办理时限同单位）',
        'x-en': 'Longer by (in the unit of the limit)',
        'x-widget': 'number',
      }),
      text: text('延期理由（告知诉求人）', 'Reason, told to the requester', { min: 4 }),
    }),
    mend: 'refuseExtension',
    unless: (snapshot) => {
      const handle = runningHandle(snapshot)
      if (!handle) return { zh: '办理时限已停止，不能延期。', en: 'The handling limit no longer runs.' }
      const earlier = snapshot.extensions.find((asked) => asked.decision !== 'refused')
      return earlier ? { zh: '已申请过延期，不能再次申请。', en: 'An extension was asked for already.' } : null
    },
    effect: (plan, input, snapshot) => {
      const handle = runningHandle(snapshot)!
      plan.extension = { clock_id: handle.id, amount: input.amount, unit: handle.unit }
      plan.task('decideExtension', snapshot.case.intake_unit).keep({ amount: input.amount }).write('reason', input.text)
    },
  }),
  approveExtension: verb({
    label: { zh: '同意延期', en: 'Approve the extension' },
    resource: 'extension-approvals',
    from: ['handling'],
    who: [dispatchers, above],
    needs: Type.Object({ note: Type.Optional(text('意见', 'Note')) }),
    mend: 'final',
    unless: (snapshot) => (pendingExtension(snapshot) ? null : noExtension),
    effect: (plan, input, snapshot) => {
      const asked = pendingExtension(snapshot)!
      plan.decision = { seq: asked.seq, decision: 'approved' }
      plan.move('extend', 'handle', { amount: asked.amount }).end('decideExtension').write('note', input.note)
    },
  }),
  refuseExtension: verb({
    label: { zh: '不同意延期', en: 'Refuse the extension' },
    resource: 'extension-refusals',
    from: ['handling'],
    who: [dispatchers, above],
    needs: Type.Object({ text: text('理由', 'Reason') }),
    mend: 'askExtension',
    unless: (snapshot) => (pendingExtension(snapshot) ? null : noExtension),
    effect: (plan, input, snapshot) => {
      plan.decision = { seq: pendingExtension(snapshot)!.seq, decision: 'refused' }
      plan.end('decideExtension').write('reason', input.text)
    },
  }),
}

const ownTask = (snapshot: Snapshot) =>
  snapshot.tasks.find((task) => task.kind === 'handle' && task.phase < 2 && task.unit_id === snapshot.case.lead_unit)
const noExtension = { zh: '没有待审批的延期。', en: 'No extension waits for a decision.' }
const runningHandle = (snapshot: Snapshot) =>
  snapshot.clocks.find((clock) => clock.name === 'handle' && clock.state === 'running')
const pendingExtension = (snapshot: Snapshot) => snapshot.extensions.find((asked) => asked.decision === null)
export const openCoHandling = (snapshot: Snapshot) =>
  snapshot.tasks.some((task) => task.kind === 'coHandle' && task.phase < 2)
