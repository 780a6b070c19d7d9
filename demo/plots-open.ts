import { onDay, type Plot, withinHours } from './plot.ts'

/** Cases on which somebody still has to act. */
export const openPlots: readonly Plot[] = [
  { name: 'just in', count: 6, leaves: 'received', of: 'any', opens: withinHours(0.1, 0.9) },
  { name: 'dispatch overdue', count: 1, leaves: 'received', of: 'office', opens: withinHours(2.6, 3) },
  {
    name: 'waiting to be acknowledged',
    count: 5,
    leaves: 'dispatched',
    of: 'office',
    calm: true,
    opens: withinHours(0.5, 2.2),
    tell: (script) => script.dispatched(),
  },
  {
    name: 'waiting at the street',
    count: 3,
    leaves: 'dispatched',
    of: 'community',
    calm: true,
    opens: withinHours(0.5, 2.2),
    tell: (script) => script.dispatched(),
  },
  {
    name: 'passed on to the community',
    count: 5,
    leaves: 'dispatched',
    of: 'community',
    calm: true,
    opens: withinHours(1.2, 2.6),
    tell: (script) => script.arrived(),
  },
  {
    name: 'handled by a department',
    count: 9,
    leaves: 'handling',
    of: 'office',
    opens: onDay(1, 5),
    tell: (script) => script.contacted(),
  },
  {
    name: 'handled by a community',
    count: 10,
    leaves: 'handling',
    of: 'community',
    opens: onDay(1, 5),
    tell: (script) => script.contacted(),
  },
  {
    name: 'never acknowledged',
    count: 2,
    leaves: 'handling',
    of: 'office',
    opens: onDay(2, 3),
    tell: (script) => script.dispatched(),
  },
  {
    name: 'overdue',
    count: 4,
    leaves: 'handling',
    of: 'any',
    opens: onDay(9, 12),
    tell: (script, day) => {
      script.contacted()
      script.on(day - 6, '10:20', 'agent', 'urge', { text: '居民又来电询问进展，请尽快办理并回话。' })
    },
  },
  {
    name: 'requester not reached',
    count: 2,
    leaves: 'handling',
    of: 'community',
    opens: onDay(3, 4),
    tell: (script, day) => {
      script.arrived().after([10, 20], 'handler', 'contact', { reached: false, by: 'phone', note: '电话无人接听。' })
      script.on(day - 1, '09:20', 'handler', 'contact', { reached: false, by: 'phone', note: '关机。' })
      script.on(day - 2, '18:40', 'handler', 'contact', {
        reached: false,
        by: 'visit',
        note: '上门敲门无人应，留了便条。',
      })
    },
  },
  {
    name: 'with another unit helping',
    count: 3,
    leaves: 'handling',
    of: 'office',
    opens: onDay(2, 4),
    tell: (script) =>
      script
        .contacted()
        .after([20, 60], 'handler', 'coHandle', { unit: script.way.other, text: '请派人一同到现场，核对管线和权属。' }),
  },
  {
    name: 'extension asked',
    count: 2,
    leaves: 'handling',
    of: 'office',
    opens: onDay(4, 6),
    tell: (script) =>
      script.contacted().on(1, '15:30', 'handler', 'askExtension', {
        amount: 3,
        text: '配件需从外地发货，已向居民说明，预计三天内到。',
      }),
  },
  {
    name: 'extension approved',
    count: 2,
    leaves: 'handling',
    of: 'office',
    opens: onDay(6, 7),
    tell: (script) =>
      script
        .contacted()
        .on(3, '10:10', 'handler', 'askExtension', { amount: 5, text: '需与相邻工地协调开挖时间，已告知居民。' })
        .on(3, '15:00', 'dispatcher', 'approveExtension', { note: '同意延期，请每两天向居民说一次进展。' }),
  },
  {
    name: 'sent back',
    count: 3,
    leaves: 'sentBack',
    of: 'office',
    opens: onDay(1, 2),
    tell: (script) =>
      script.dispatched(script.way.other).hoursAgo(0.8, 'helper', 'sendBack', {
        reason: 'notOurDuty',
        text: '经核对职责清单，此事不归我单位管理，建议改派。',
      }),
  },
  {
    name: 'beyond the community',
    count: 1,
    leaves: 'sentBack',
    of: 'community',
    opens: onDay(1, 2),
    tell: (script) =>
      script.contacted().hoursAgo(0.5, 'handler', 'sendBack', {
        reason: 'beyondCommunity',
        text: '需要动用市政管线，社区没有权限，也没有设备。',
      }),
  },
  {
    name: 'supervised',
    count: 2,
    leaves: 'handling',
    of: 'any',
    opens: onDay(4, 6),
    tell: (script) =>
      script
        .contacted()
        .on(1, '09:00', 'supervisor', 'supervise', { text: '同一楼栋多户反映，请今天报送办理方案和时间表。' }),
  },
  {
    name: 'to be done again',
    count: 2,
    leaves: 'handling',
    of: 'any',
    opens: onDay(7, 9),
    tell: (script) =>
      script
        .contacted()
        .replied(5, '16:10')
        .on(4, '10:30', 'agent', 'followUp', {
          reached: true,
          solved: false,
          satisfaction: '2',
          text: '居民说第二天又出现同样情况。',
        })
        .on(4, '11:00', 'dispatcher', 'redo', { text: '回访未解决，请查明原因后重新办理。' })
        .on(3, '09:30', 'handler', 'contact', { reached: true, by: 'visit', note: '已到现场，正在查原因。' }),
  },
]
