import { Type } from 'typebox'
import { verb } from '#kernel/cases'
import { centre, dispatchers, everyParty } from './who.ts'
import { choice, text, unit, urgency } from './words.ts'

const everyOpen = ['received', 'dispatched', 'handling', 'sentBack', 'replied', 'followedUp']
const everyClosed = ['answered', 'handedOver', 'redirected', 'declined', 'withdrawn', 'closed']

/** What puts a wrong step right; both events stay. */
export const mendingVerbs = {
  reassign: verb({
    label: { zh: '改派', en: 'Reassign' },
    resource: 'reassignments',
    tone: 'mend',
    from: ['dispatched', 'handling'],
    to: 'dispatched',
    who: [dispatchers],
    needs: Type.Object({ unit: unit('改派给', 'To'), text: text('改派原因', 'Reason') }),
    units: 'below',
    cancels: ['acknowledge', 'contact', 'handle', 'coHandle'],
    starts: ['acknowledge', 'contact', 'handle'],
    mend: 'reassign',
    effect: (plan, input) => plan.endAll().lead(input.unit).task('handle', input.unit).write('reason', input.text),
  }),
  reopen: verb({
    label: { zh: '重新打开', en: 'Reopen' },
    resource: 'reopenings',
    tone: 'mend',
    from: everyClosed,
    to: 'received',
    who: [dispatchers, centre],
    needs: Type.Object({ text: text('原因', 'Reason') }),
    mend: 'dispatch',
    effect: (plan, input, snapshot) => {
      const { intake_unit, lead_unit } = snapshot.case
      if (lead_unit !== null) plan.leave(lead_unit, 'lead')
      plan.endAll().set({ lead_unit: null, outcome: null }).task('dispatch', intake_unit).start('dispatch', intake_unit)
      plan.write('reason', input.text)
    },
  }),
  withdraw: verb({
    label: { zh: '诉求人撤回', en: 'Withdrawn by the requester' },
    resource: 'withdrawals',
    from: ['received', 'dispatched', 'handling'],
    to: 'withdrawn',
    who: [centre],
    needs: Type.Object({ text: text('撤回说明', 'What the requester said') }),
    cancels: ['dispatch', 'acknowledge', 'contact', 'handle', 'coHandle'],
    mend: 'reopen',
    effect: (plan, input) => plan.endAll().set({ outcome: 'withdrawn' }).write('note', input.text),
  }),
  correct: verb({
    label: { zh: '更正登记', en: 'Correct what was taken down' },
    resource: 'corrections',
    tone: 'mend',
    from: [...everyOpen, ...everyClosed],
    who: [centre],
    needs: Type.Object({
      kind: Type.Optional(
        choice('类型', 'Kind', {
          help: { zh: '求助', en: 'Help' },
          enquiry: { zh: '咨询', en: 'Enquiry' },
          complaint: { zh: '投诉', en: 'Complaint' },
          report: { zh: '举报', en: 'Report' },
          suggestion: { zh: '建议', en: 'Suggestion' },
          praise: { zh: '表扬', en: 'Praise' },
        }),
      ),
      title: Type.Optional(text('标题', 'Title', { max: 80 })),
      subject: Type.Optional(Type.String({ title: '分类', 'x-en': 'Subject', 'x-widget': 'subject', maxLength: 40 })),
      urgency: Type.Optional(urgency),
    }),
    mend: 'correct',
    effect: (plan, { kind, title, subject, urgency: pressing }) =>
      plan.set({
        ...(kind !== undefined && { kind }),
        ...(title !== undefined && { title }),
        ...(subject !== undefined && { subject }),
        ...(pressing !== undefined && { urgency: Number(pressing) }),
      }),
  }),
  /** A wrong person was linked to the case. */
  relink: verb({
    label: { zh: '更正诉求人', en: 'Correct the requester' },
    resource: 'requester-links',
    tone: 'mend',
    from: [...everyOpen, ...everyClosed],
    who: [centre],
    needs: Type.Object({
      person: Type.Integer({ minimum: 1, title: '诉求人', 'x-en': 'Requester', 'x-widget': 'person' }),
    }),
    mend: 'relink',
    effect: (plan, input, snapshot) =>
      plan.set({ requester_id: input.person }).keep({ before: snapshot.case.requester_id, after: input.person }),
  }),
  note: verb({
    label: { zh: '补充记录', en: 'Add a note' },
    resource: 'notes',
    key: 'n',
    from: [...everyOpen, ...everyClosed],
    who: [everyParty],
    needs: Type.Object({ text: text('内容', 'Note') }),
    mend: 'final',
    effect: (plan, input) => plan.write('note', input.text),
  }),
}
