import { Type } from 'typebox'
import { type Snapshot, verb } from '#kernel/cases'
import { dispatchers, reviewers } from './who.ts'
import { text } from './words.ts'

const unpublishable = (snapshot: Snapshot) =>
  snapshot.case.sealed || snapshot.case.kind === 'report'
    ? { zh: '举报和保密工单不公开。', en: 'Reports and sealed cases are not published.' }
    : null

/** Publication: redacted words proposed by one person, released by another; the original stays. @rule C15 */
export const publicationVerbs = {
  proposePublication: verb({
    label: { zh: '提出公开', en: 'Propose for publication' },
    resource: 'publications',
    key: 'p',
    from: ['closed', 'answered'],
    who: [dispatchers, { roles: ['agent'], at: 'intake' }],
    needs: Type.Object({
      title: text('公开标题', 'Public title', { max: 80 }),
      request: text('公开的诉求', 'Request as published'),
      reply: text('公开的答复', 'Reply as published'),
    }),
    mend: 'withdrawPublication',
    unless: (snapshot) =>
      unpublishable(snapshot) ??
      (snapshot.publication
        ? { zh: '已提出公开，等待复核或已公开。', en: 'It has been proposed or published already.' }
        : null),
    effect: (plan, input, snapshot) => {
      plan.publication = { do: 'propose', ...input }
      plan.task('release', snapshot.case.intake_unit)
    },
  }),
  releasePublication: verb({
    label: { zh: '复核并公开', en: 'Review and publish' },
    resource: 'releases',
    key: 'p',
    tone: 'main',
    from: ['closed', 'answered'],
    who: [reviewers],
    needs: Type.Object({}),
    mend: 'withdrawPublication',
    unless: (snapshot, actorId) => {
      const proposed = snapshot.publication
      if (!proposed || proposed.released_at)
        return { zh: '没有待复核的公开内容。', en: 'Nothing waits to be published.' }
      return proposed.proposed_by === actorId
        ? {
            zh: '提出公开的人不能自己复核，请换一位同事。',
            en: 'Whoever proposed it may not release it; please ask a colleague.',
          }
        : null
    },
    effect: (plan) => {
      plan.publication = { do: 'release' }
      plan.end('release')
    },
  }),
  withdrawPublication: verb({
    label: { zh: '撤下公开', en: 'Withdraw the publication' },
    resource: 'publication-withdrawals',
    tone: 'mend',
    from: ['closed', 'answered'],
    who: [reviewers, dispatchers],
    needs: Type.Object({ text: text('原因', 'Reason') }),
    mend: 'proposePublication',
    unless: (snapshot) =>
      snapshot.publication ? null : { zh: '这件工单没有公开。', en: 'This case is not published.' },
    effect: (plan, input) => {
      plan.publication = { do: 'withdraw' }
      plan.end('release').write('reason', input.text)
    },
  }),
}
