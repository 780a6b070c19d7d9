import { redact } from '#kernel/cases'
import { onDay, type Plot, withinHours } from './plot.ts'
import type { Script } from './script.ts'

const satisfied = ['5', '5', '5', '4', '4', '4', '3', '2']
const thanks = ['办得挺快，谢谢。', '来的人很和气。', '问题解决了，希望以后常巡查。', '等的时间有点长，但总算弄好了。']

/** Replied some days after it came in, at an hour of the working day. */
function answered(script: Script, day: number): number {
  const replied = Math.max(2, day - script.random.whole(1, 4))
  script.contacted().replied(replied, `${script.random.pick([10, 11, 15, 16])}:${script.random.whole(10, 55)}`)
  if (script.random.chance(0.5)) rated(script)
  return replied
}

function rated(script: Script): void {
  const satisfaction = script.random.pick(satisfied)
  const comment = script.random.chance(0.6) && Number(satisfaction) > 2 ? { comment: script.random.pick(thanks) } : {}
  script.after([30, 240], 'resident', 'rate', { solved: Number(satisfaction) > 2, satisfaction, ...comment })
}

function closed(script: Script, day: number): number {
  const before = answered(script, day) - 1
  const happy = script.random.chance(0.85)
  script.on(before, `09:${script.random.whole(10, 55)}`, 'agent', 'followUp', {
    reached: true,
    solved: happy,
    satisfaction: happy ? '4' : '3',
    text: '已电话回访。',
  })
  script.after([3, 40], 'agent', 'close', {})
  return before
}

/** The words that may be published, without the estate. */
function proposed(script: Script, workdays: number): void {
  const { title, text, reply } = script.topic
  const request = redact(text.replaceAll('{place}', '本小区'))
  script.on(workdays, '10:20', 'dispatcher', 'proposePublication', { title, request, reply: redact(reply) })
}

/** Cases that are done, or nearly. */
export const closedPlots: readonly Plot[] = [
  {
    name: 'replied',
    count: 9,
    leaves: 'replied',
    of: 'any',
    opens: onDay(2, 5),
    tell: (script) => {
      script.contacted().replied(1, `${script.random.pick([14, 15, 16])}:${script.random.whole(10, 50)}`)
    },
  },
  {
    name: 'followed up',
    count: 4,
    leaves: 'followedUp',
    of: 'any',
    opens: onDay(4, 6),
    tell: (script) =>
      script.contacted().replied(2, '15:40').on(1, '10:15', 'agent', 'followUp', {
        reached: true,
        solved: true,
        satisfaction: '5',
        text: '居民表示满意。',
      }),
  },
  { name: 'closed', count: 12, leaves: 'closed', of: 'any', opens: onDay(7, 42), tell: closed },
  {
    name: 'closed after being sent to the wrong office',
    count: 3,
    leaves: 'closed',
    of: 'office',
    opens: onDay(9, 30),
    tell: (script, day) => {
      script.dispatched(script.way.other)
      script.after([30, 60], 'helper', 'sendBack', { reason: 'notOurDuty', text: '不属我单位职责，请按职责清单改派。' })
      closed(script, day)
    },
  },
  {
    name: 'closed late, with help',
    count: 2,
    leaves: 'closed',
    of: 'office',
    opens: onDay(20, 35),
    tell: (script, day) => {
      script
        .contacted()
        .after([30, 60], 'handler', 'coHandle', { unit: script.way.other, text: '请协助查勘地下管线。' })
      script.on(day - 3, '10:00', 'helper', 'coReply', { text: '已查勘，图纸交主办单位。' })
      script.replied(day - 9, '11:20')
      script.on(day - 10, '09:30', 'agent', 'followUp', { reached: true, solved: true, satisfaction: '3' })
      script.after([3, 20], 'agent', 'close')
    },
  },
  {
    name: 'published',
    count: 12,
    leaves: 'closed',
    of: 'any',
    publishable: true,
    opens: onDay(10, 42),
    tell: (script, day) => {
      const before = closed(script, day)
      proposed(script, before - 1)
      script.after([40, 200], 'reviewer', 'releasePublication')
    },
  },
  {
    name: 'proposed for publication',
    count: 4,
    leaves: 'closed',
    of: 'any',
    publishable: true,
    opens: onDay(8, 10),
    tell: (script, day) => {
      closed(script, day)
      proposed(script, 1)
    },
  },
  {
    name: 'answered on the spot',
    count: 6,
    leaves: 'answered',
    of: 'centre',
    opens: onDay(1, 20),
    tell: (script) => script.after([2, 6], 'agent', 'answer', { text: script.topic.reply }),
  },
  {
    name: 'told the lawful channel',
    count: 2,
    leaves: 'redirected',
    of: 'office',
    opens: onDay(2, 15),
    tell: (script) =>
      script.after([3, 9], 'agent', 'redirect', {
        channel: 'litigation',
        text: '您说的赔偿争议已由法院立案，请通过诉讼途径提出，可向法律援助中心咨询。',
      }),
  },
  {
    name: 'handed over',
    count: 1,
    leaves: 'handedOver',
    of: 'office',
    opens: withinHours(4, 6),
    tell: (script) =>
      script.after([2, 3], 'agent', 'handOver', {
        service: '119',
        text: '已把地点、楼层和有无人员被困转告119，并告知来电人撤离。',
      }),
  },
  {
    name: 'withdrawn',
    count: 2,
    leaves: 'withdrawn',
    of: 'any',
    opens: onDay(2, 8),
    tell: (script) =>
      script.dispatched().after([30, 90], 'agent', 'withdraw', { text: '来电人说家里人已经解决，不用再办。' }),
  },
]
