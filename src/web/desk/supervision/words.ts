import { defineWords } from '#kit'

export const supervisionWords = defineWords('supervision', {
  zh: {
    title: '督办',
    table: '各单位超时和将到期的工单',
    unit: '单位',
    overdue: '已超时',
    week: '七天内到期',
    first: '最早到期的一件',
    count: '{{count}} 件',
    atLeast: '{{count}} 件以上',
    none: '没有',
    calm: '下级单位没有超时的工单，七天内也没有到期的。',
    calmHow: '有工单将要到期时，会按单位列在这里。',
    summary: '共 {{overdue}} 件超时，{{week}} 件七天内到期，涉及 {{units}} 个单位。',
    see: '看{{unit}}{{what}}的工单',
  },
  en: {
    title: 'Supervision',
    table: 'Overdue and soon due cases by unit',
    unit: 'Unit',
    overdue: 'Overdue',
    week: 'Due within seven days',
    first: 'Earliest of them',
    count: '{{count}}',
    atLeast: '{{count}} or more',
    none: 'none',
    calm: 'Nothing below you is overdue or due within seven days.',
    calmHow: 'When deadlines come near, the units are listed here.',
    summary: '{{overdue}} overdue, {{week}} due within seven days, in {{units}} units.',
    see: 'See the cases of {{unit}}: {{what}}',
  },
})
