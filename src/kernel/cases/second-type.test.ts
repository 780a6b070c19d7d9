import { Type } from 'typebox'
import { afterAll, expect, test } from 'vitest'
import { openHouse, sql } from '#test/hotline-house'
import { act, defineCaseType, open, verb } from './index.ts'

// The proof of the engine: another lifecycle, two clocks and co-handlers, declared without touching the kernel.

const receivers = [{ roles: ['agent', 'dispatcher'], at: 'intake' }] as const
const investigators = [{ roles: ['handler', 'dispatcher'], at: 'lead' }] as const
const helpers = [{ roles: ['handler', 'dispatcher', 'communityWorker'], at: 'coHandler' }] as const
const words = Type.String({ minLength: 2, maxLength: 500, title: '说明', 'x-en': 'Note', 'x-widget': 'text' })

const disclosure = defineCaseType({
  name: 'disclosure',
  version: 1,
  label: { zh: '信息公开申请', en: 'Disclosure request' },
  kinds: { ordinary: { zh: '一般申请', en: 'Ordinary' } },
  fields: Type.Object({ topic: Type.String() }),
  states: {
    registered: { label: { zh: '已登记', en: 'Registered' }, phase: 'open' },
    searching: { label: { zh: '检索中', en: 'Searching' }, phase: 'open' },
    consulting: { label: { zh: '征求第三方意见', en: 'Consulting a third party' }, phase: 'waiting' },
    disclosed: { label: { zh: '已公开', en: 'Disclosed' }, phase: 'closed' },
    refused: { label: { zh: '不予公开', en: 'Refused' }, phase: 'closed' },
  },
  tasks: {
    register: { zh: '登记', en: 'Register' },
    search: { zh: '检索', en: 'Search' },
    contribute: { zh: '协查', en: 'Contribute' },
  },
  clocks: {
    answer: {
      label: { zh: '答复期限', en: 'Answer limit' },
      rule: () => 'hotline.limit.handle.D.ordinary',
      task: 'search',
      promised: true,
    },
    contribute: {
      label: { zh: '协查期限', en: 'Contribution limit' },
      rule: () => 'hotline.limit.sendBack',
      task: 'contribute',
    },
  },
  opening: {
    state: 'registered',
    starts: [],
    task: 'register',
    who: receivers,
    label: { zh: '登记申请', en: 'Register' },
  },
  keeps: 'retention.case',
  verbs: {
    entrust: verb({
      label: { zh: '交办', en: 'Entrust' },
      resource: 'entrustments',
      from: ['registered'],
      to: 'searching',
      who: receivers,
      needs: Type.Object({ unit: Type.Integer() }),
      units: 'all',
      starts: ['answer'],
      mend: 'takeBackEntrustment',
      effect: (plan, input) => plan.end('register').lead(input.unit).task('search', input.unit),
    }),
    takeBackEntrustment: verb({
      label: { zh: '撤回交办', en: 'Take back' },
      resource: 'entrustment-recalls',
      from: ['searching'],
      to: 'registered',
      who: receivers,
      needs: Type.Object({}),
      cancels: ['answer', 'contribute'],
      mend: 'entrust',
      effect: (plan, _input, snapshot) => plan.endAll().task('register', snapshot.case.intake_unit),
    }),
    askUnit: verb({
      label: { zh: '请单位协查', en: 'Ask a unit' },
      resource: 'contributions-asked',
      from: ['searching'],
      who: investigators,
      needs: Type.Object({ unit: Type.Integer() }),
      units: 'all',
      mend: 'contribute',
      effect: (plan, input) =>
        plan.join(input.unit, 'coHandler').task('contribute', input.unit).start('contribute', input.unit),
    }),
    contribute: verb({
      label: { zh: '提交协查结果', en: 'Contribute' },
      resource: 'contributions',
      from: ['searching'],
      who: helpers,
      needs: Type.Object({ text: words }),
      mend: 'askUnit',
      effect: (plan, input) =>
        plan
          .end('contribute', plan.post?.unit)
          .move('meet', 'contribute', { unit: plan.post?.unit })
          .write('note', input.text),
    }),
    consult: verb({
      label: { zh: '征求第三方意见', en: 'Consult' },
      resource: 'consultations',
      from: ['searching'],
      to: 'consulting',
      who: investigators,
      needs: Type.Object({}),
      pauses: ['answer'],
      mend: 'endConsultation',
    }),
    endConsultation: verb({
      label: { zh: '第三方已答复', en: 'End the consultation' },
      resource: 'consultation-ends',
      from: ['consulting'],
      to: 'searching',
      who: investigators,
      needs: Type.Object({}),
      resumes: ['answer'],
      mend: 'consult',
    }),
    disclose: verb({
      label: { zh: '公开', en: 'Disclose' },
      resource: 'disclosures',
      from: ['searching'],
      to: 'disclosed',
      who: investigators,
      needs: Type.Object({ text: words }),
      meets: ['answer'],
      mend: 'final',
      effect: (plan, input) => plan.endAll().write('reply', input.text, 'requester'),
    }),
  },
})

const house = await openHouse()
afterAll(() => house.close())

test('a second case type lives by its own lifecycle, with two clocks, a pause and a co-handler', async () => {
  const { units, staff, clock, does } = house
  expect(staff.agent).toBeGreaterThan(0)
  const agent = await house.actor('agent')
  const { id } = await open(house, agent, disclosure, {
    kind: 'ordinary',
    channel: 'letter',
    title: '申请公开规划图',
    text: '申请公开规划图。',
    intake: units.centre,
  })
  await does('agent', id, 'entrust', { unit: units.housing })
  await does('housingHandler', id, 'askUnit', { unit: units.bridgeStreet })
  await does('bridgeDispatcher', id, 'contribute', { text: '档案已找到' })
  await does('housingHandler', id, 'consult')
  clock.set('2026-09-21T10:00:00+08:00')
  await does('housingHandler', id, 'endConsultation')
  await does('housingHandler', id, 'disclose', { text: '已公开' })
  const clocks = await house.rows(
    sql<{
      name: string
      state: string
      due_at: Date
    }>`select name, state, due_at from clock where case_id = ${id} order by id`,
  )
  // Entrusted on Friday: due Tue 29 Sep; paused from Friday to Monday, over the make-up Sunday: one working day and its weekend later.
  expect(clocks.map(({ name, state }) => [name, state])).toEqual([
    ['answer', 'met'],
    ['contribute', 'met'],
  ])
  expect(clocks[0]!.due_at.getTime()).toBeGreaterThan(Date.parse('2026-09-29T09:30:00Z'))
  await expect(
    act(house, agent, { caseId: id, name: 'entrust', input: { unit: units.housing } }),
  ).rejects.toMatchObject({ id: 'case.not-now' })
})
