import { Type } from 'typebox'
import { verb } from '#kernel/cases'
import { openCoHandling } from './verbs-handling.ts'
import { centre, dispatchers, requester, unitInCharge } from './who.ts'
import { choice, files, satisfaction, text, yesNo } from './words.ts'

const alreadyRated = { zh: '诉求人已经评价过。', en: 'The requester has rated already.' }

/** From the reply to the closure. */
export const answeringVerbs = {
  /** @rule H7 the lead replies only when the co-handlers have reported */
  reply: verb({
    label: { zh: '答复诉求人', en: 'Reply to the requester' },
    resource: 'replies',
    key: 'y',
    tone: 'main',
    from: ['handling'],
    to: 'replied',
    who: [unitInCharge],
    needs: Type.Object({
      outcome: choice('办理结果', 'Outcome', {
        solved: { zh: '已解决', en: 'Solved' },
        partly: { zh: '部分解决', en: 'Partly solved' },
        explained: { zh: '解释说明', en: 'Explained' },
        notPossible: { zh: '暂不能解决', en: 'Not possible now' },
      }),
      text: text('答复内容（诉求人会看到）', 'Reply, read by the requester', { min: 4 }),
      files: Type.Optional(files('现场照片', 'Photos of the place')),
    }),
    meets: ['contact', 'handle'],
    mend: 'withdrawReply',
    unless: (snapshot) =>
      openCoHandling(snapshot)
        ? {
            zh: '协办单位还没有答复，请等协办答复或先取消协办。',
            en: 'A co-handling unit has not reported; wait for it or end the co-handling.',
          }
        : null,
    effect: (plan, input, snapshot) => {
      const { intake_unit } = snapshot.case
      plan.endAll().task('followUp', intake_unit).start('followUp', intake_unit)
      plan.set({ outcome: input.outcome }).write('reply', input.text, 'requester').attach(input.files)
    },
  }),
  withdrawReply: verb({
    label: { zh: '撤回答复', en: 'Withdraw the reply' },
    resource: 'reply-withdrawals',
    tone: 'mend',
    from: ['replied'],
    to: 'handling',
    who: [unitInCharge],
    needs: Type.Object({ text: text('撤回原因', 'Reason') }),
    cancels: ['followUp'],
    mend: 'reply',
    effect: (plan, input, snapshot) => {
      const lead = snapshot.case.lead_unit
      plan.end('followUp').set({ outcome: null }).write('reason', input.text)
      if (lead !== null) plan.task('handle', lead).move('reopen', 'handle')
    },
  }),
  /** @rule H11 */
  followUp: verb({
    label: { zh: '回访', en: 'Follow up' },
    resource: 'follow-ups',
    key: 'v',
    tone: 'main',
    from: ['replied', 'followedUp'],
    to: 'followedUp',
    who: [centre],
    needs: Type.Object({
      reached: yesNo('回访到本人', 'Reached'),
      solved: Type.Optional(yesNo('问题已解决', 'Solved')),
      satisfaction: Type.Optional(satisfaction),
      text: Type.Optional(text('回访记录', 'Notes')),
    }),
    meets: ['followUp'],
    mend: 'followUp',
    effect: (plan, input, snapshot) => {
      const own = snapshot.case.satisfaction === null
      if (own && input.satisfaction !== undefined) plan.set({ satisfaction: Number(input.satisfaction) })
      if (own && input.solved !== undefined) plan.set({ solved: input.solved })
      plan.end('followUp').end('close').task('close', snapshot.case.intake_unit)
      plan
        .keep({ reached: input.reached, solved: input.solved ?? null, satisfaction: input.satisfaction ?? null })
        .write('note', input.text)
    },
  }),
  /** The requester's own word: nobody mends it. */
  rate: verb({
    label: { zh: '诉求人评价', en: 'Rate' },
    resource: 'ratings',
    from: ['replied', 'followedUp', 'closed', 'answered'],
    who: [requester],
    needs: Type.Object({
      solved: yesNo('解决了吗', 'Was it solved'),
      satisfaction,
      comment: Type.Optional(text('想说的话', 'Comment', { min: 1, max: 500 })),
    }),
    mend: 'final',
    unless: (snapshot) => (snapshot.case.fields.rated === true ? alreadyRated : null),
    effect: (plan, input, snapshot) =>
      plan
        .set({
          satisfaction: Number(input.satisfaction),
          solved: input.solved,
          fields: { ...snapshot.case.fields, rated: true },
        })
        .keep({ satisfaction: Number(input.satisfaction), solved: input.solved })
        .write('comment', input.comment, 'requester'),
  }),
  /** @rule H11 unsatisfied because it was not done: back to be done again */
  redo: verb({
    label: { zh: '重办', en: 'Have it done again' },
    resource: 'redos',
    key: 'z',
    from: ['replied', 'followedUp'],
    to: 'handling',
    who: [dispatchers],
    needs: Type.Object({ text: text('重办要求', 'What must be done', { min: 4 }) }),
    cancels: ['followUp'],
    starts: ['contact', 'handle'],
    mend: 'recall',
    effect: (plan, input, snapshot) => {
      plan.endAll().set({ outcome: null }).write('reason', input.text)
      if (snapshot.case.lead_unit !== null) plan.task('handle', snapshot.case.lead_unit)
    },
  }),
  close: verb({
    label: { zh: '办结', en: 'Close' },
    resource: 'closures',
    key: 'o',
    tone: 'main',
    from: ['followedUp'],
    to: 'closed',
    who: [centre],
    needs: Type.Object({ note: Type.Optional(text('办结说明', 'Note')) }),
    cancels: ['followUp', 'coHandle'],
    mend: 'reopen',
    effect: (plan, input) => plan.end('close').end('followUp').write('note', input.note),
  }),
}
