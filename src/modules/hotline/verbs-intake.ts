import { Type } from 'typebox'
import { verb } from '#kernel/cases'
import { above, centre, dispatchers, holders, passersOn, theHouse } from './who.ts'
import { choice, text, unit, urgency } from './words.ts'

/** What the centre does with a request before and while it is passed on. */
export const intakeVerbs = {
  answer: verb({
    label: { zh: '当场答复', en: 'Answer on the spot' },
    resource: 'answers',
    key: 'a',
    from: ['received'],
    to: 'answered',
    who: [centre],
    needs: Type.Object({ text: text('答复内容', 'Answer', { min: 4 }) }),
    meets: ['dispatch'],
    mend: 'reopen',
    effect: (plan, input) => plan.endAll().write('reply', input.text, 'requester').set({ outcome: 'answered' }),
  }),
  /** @rule H4 emergencies go to 110, 119, 120, 122 at once */
  handOver: verb({
    label: { zh: '紧急转接', en: 'Hand over to an emergency service' },
    resource: 'hand-overs',
    key: 'e',
    tone: 'danger',
    from: ['received', 'dispatched', 'handling'],
    to: 'handedOver',
    who: [centre],
    needs: Type.Object({
      service: choice('转接给', 'To', {
        110: { zh: '110 公安', en: '110 Police' },
        119: { zh: '119 消防', en: '119 Fire' },
        120: { zh: '120 急救', en: '120 Ambulance' },
        122: { zh: '122 交通事故', en: '122 Traffic accidents' },
      }),
      text: text('已转述的情况', 'What was said'),
    }),
    cancels: ['dispatch', 'acknowledge', 'contact', 'handle'],
    mend: 'reopen',
    effect: (plan, input) =>
      plan.endAll().keep({ service: input.service }).write('note', input.text).set({ outcome: 'handedOver' }),
  }),
  /** @rule H5 litigation, arbitration, discipline, reconsideration, disclosure, petitions: tell the lawful channel */
  redirect: verb({
    label: { zh: '告知法定途径', en: 'Tell the lawful channel' },
    resource: 'redirections',
    from: ['received'],
    to: 'redirected',
    who: [centre],
    needs: Type.Object({
      channel: choice('法定途径', 'Channel', {
        litigation: { zh: '诉讼', en: 'Litigation' },
        arbitration: { zh: '仲裁', en: 'Arbitration' },
        discipline: { zh: '纪检监察', en: 'Discipline' },
        reconsideration: { zh: '行政复议', en: 'Administrative reconsideration' },
        disclosure: { zh: '政府信息公开', en: 'Information disclosure' },
        petition: { zh: '信访', en: 'Petition' },
      }),
      text: text('告知内容', 'What the requester was told', { min: 4 }),
    }),
    meets: ['dispatch'],
    mend: 'reopen',
    effect: (plan, input) =>
      plan
        .endAll()
        .keep({ channel: input.channel })
        .write('reply', input.text, 'requester')
        .set({ outcome: 'redirected' }),
  }),
  decline: verb({
    label: { zh: '不予受理', en: 'Decline' },
    resource: 'declines',
    from: ['received'],
    to: 'declined',
    who: [centre],
    needs: Type.Object({ text: text('理由（告知诉求人）', 'Reason, told to the requester', { min: 4 }) }),
    meets: ['dispatch'],
    mend: 'reopen',
    effect: (plan, input) => plan.endAll().write('reply', input.text, 'requester').set({ outcome: 'declined' }),
  }),
  /** @rule H6 clear duty: to the unit directly; from here the clocks of the unit run */
  dispatch: verb({
    label: { zh: '派单', en: 'Dispatch' },
    resource: 'dispatches',
    key: 'd',
    tone: 'main',
    from: ['received', 'sentBack'],
    to: 'dispatched',
    who: [dispatchers],
    needs: Type.Object({
      unit: unit('派给', 'To'),
      urgency: Type.Optional(urgency),
      note: Type.Optional(text('给承办单位的话', 'Note to the unit')),
    }),
    units: 'below',
    meets: ['dispatch'],
    cancels: ['acknowledge', 'contact', 'handle'],
    starts: ['acknowledge', 'contact', 'handle'],
    mend: 'recall',
    effect: (plan, input) => {
      if (input.urgency !== undefined) plan.set({ urgency: Number(input.urgency) })
      plan.endAll().lead(input.unit).task('handle', input.unit).write('note', input.note)
    },
  }),
  /** The street passes the matter on to one of its communities and keeps holding it. @rule H8 */
  forward: verb({
    label: { zh: '转派下级', en: 'Pass on' },
    resource: 'forwards',
    key: 'f',
    from: ['dispatched', 'handling'],
    to: 'dispatched',
    who: [passersOn],
    needs: Type.Object({
      unit: unit('转派给', 'To'),
      note: Type.Optional(text('给社区的话', 'Note to the community')),
    }),
    units: 'below',
    meets: ['acknowledge'],
    starts: ['acknowledge'],
    mend: 'takeBack',
    effect: (plan, input) => {
      plan.wait('handle', true, plan.post?.unit)
      plan.move('hand', 'contact', { to: input.unit }).move('hand', 'handle', { to: input.unit })
      plan.lead(input.unit).task('handle', input.unit).write('note', input.note)
    },
  }),
  takeBack: verb({
    label: { zh: '收回转派', en: 'Take back' },
    resource: 'take-backs',
    tone: 'mend',
    from: ['dispatched', 'handling'],
    to: 'handling',
    who: [holders],
    needs: Type.Object({ text: text('收回原因', 'Reason') }),
    cancels: ['acknowledge'],
    mend: 'forward',
    effect: (plan, input, snapshot) => {
      const unit = plan.post?.unit ?? snapshot.case.intake_unit
      plan.end('handle', snapshot.case.lead_unit ?? undefined).wait('handle', false, unit)
      plan.move('hand', 'contact', { to: unit }).move('hand', 'handle', { to: unit })
      plan.leave(unit, 'holder').lead(unit).write('reason', input.text)
    },
  }),
  recall: verb({
    label: { zh: '撤回派单', en: 'Recall the dispatch' },
    resource: 'recalls',
    tone: 'mend',
    from: ['dispatched', 'handling'],
    to: 'received',
    who: [dispatchers],
    needs: Type.Object({ text: text('撤回原因', 'Reason') }),
    cancels: ['acknowledge', 'contact', 'handle', 'coHandle'],
    mend: 'dispatch',
    effect: (plan, input, snapshot) => {
      if (snapshot.case.lead_unit !== null) plan.leave(snapshot.case.lead_unit, 'lead')
      const intake = snapshot.case.intake_unit
      plan
        .endAll()
        .set({ lead_unit: null })
        .task('dispatch', intake)
        .start('dispatch', intake)
        .write('reason', input.text)
    },
  }),
  urge: verb({
    label: { zh: '催办', en: 'Urge' },
    resource: 'urgings',
    key: 'u',
    from: ['dispatched', 'handling'],
    who: [centre, above],
    needs: Type.Object({ text: text('催办内容', 'What to hurry') }),
    mend: 'final',
    effect: (plan, input) => plan.write('note', input.text),
  }),
  supervise: verb({
    label: { zh: '督办', en: 'Supervise' },
    resource: 'supervisions',
    from: ['dispatched', 'handling', 'sentBack'],
    who: [above, { roles: ['supervisor'], at: 'intake' }],
    needs: Type.Object({ text: text('督办要求', 'What is demanded') }),
    mend: 'endSupervision',
    unless: (snapshot) =>
      snapshot.tasks.some((task) => task.kind === 'supervise' && task.phase < 2)
        ? { zh: '这件工单已在督办中。', en: 'This case is under supervision already.' }
        : null,
    effect: (plan, input, snapshot) =>
      plan.task('supervise', plan.post?.unit ?? snapshot.case.intake_unit).write('note', input.text),
  }),
  endSupervision: verb({
    label: { zh: '结束督办', en: 'End the supervision' },
    resource: 'supervision-ends',
    tone: 'mend',
    from: ['dispatched', 'handling', 'sentBack', 'replied', 'followedUp', 'closed'],
    who: [above, { roles: ['supervisor'], at: 'intake' }],
    needs: Type.Object({ text: text('督办结果', 'Result') }),
    mend: 'supervise',
    unless: (snapshot) =>
      snapshot.tasks.some((task) => task.kind === 'supervise' && task.phase < 2)
        ? null
        : { zh: '这件工单没有在督办。', en: 'This case is not under supervision.' },
    effect: (plan, input) => plan.end('supervise').write('note', input.text),
  }),
  /** An unacknowledged case counts as acknowledged after its limit, and the unit above is told. */
  deemAcknowledged: verb({
    label: { zh: '超时视为签收', en: 'Counted as acknowledged' },
    resource: 'deemed-acknowledgements',
    from: ['dispatched'],
    to: 'handling',
    who: [theHouse],
    needs: Type.Object({}),
    misses: ['acknowledge'],
    mend: 'sendBack',
  }),
}
