import { defineRefusals } from '#platform/errors'

/** The refusals of the calendar: a notice or working hours that can't be taken as they are. */
export const refuseCalendar = defineRefusals({
  'calendar.notice-unreadable': {
    status: 422,
    zh: '放假安排读不出来（{place}），请用含 date、kind、name 三列的 CSV，或含 days 的 JSON 文件。',
    en: 'The notice cannot be read ({place}); please use a CSV file with date, kind and name, or a JSON file with days.',
  },
  'calendar.notice-date': {
    status: 422,
    zh: '“{date}”不是日期，请写成 2027-01-01 的形式。',
    en: '"{date}" is not a date; please write it like 2027-01-01.',
  },
  'calendar.notice-twice': {
    status: 422,
    zh: '{date} 在安排中出现了两次，请删去一处再导入。',
    en: '{date} is given twice; please remove one of the two.',
  },
  'calendar.notice-year': {
    status: 422,
    zh: '{date} 不在 {year} 年内，请核对年份或从安排中删去这一天。',
    en: '{date} is not in {year}; please check the year or remove that day.',
  },
  'calendar.notice-workday': {
    status: 422,
    zh: '{date} 本来就是工作日，不能作为调休上班日，请核对日期。',
    en: '{date} is a working day anyway and cannot be a make-up day; please check the date.',
  },
  'calendar.notice-lacks': {
    status: 422,
    zh: '{year} 年的安排里缺少法定假日 {date}，可能不完整，请核对后再导入。',
    en: 'The notice for {year} lacks the statutory holiday {date}; it may be incomplete, please check it.',
  },
  'calendar.notice-source': {
    status: 422,
    zh: '请写明放假通知的文件名称，再导入。',
    en: 'Please name the document of the notice before loading it.',
  },
  'calendar.hours': {
    status: 422,
    zh: '工作时间“{part}”填写有误：每段写成 08:30 到 12:00 的形式，先后不重叠，请改正。',
    en: 'The working hours "{part}" are not right: each span is like 08:30 to 12:00, in order and without overlap.',
  },
  'calendar.hours-empty': {
    status: 422,
    zh: '长期的工作时间至少要有一段上班时间，请补上；只在某几天不上班时，请写明结束日期。',
    en: 'Lasting hours need at least one working span; for a closure of some days, please give the last day.',
  },
  'calendar.hours-past': {
    status: 422,
    zh: '工作时间最早从今天（{today}）起调整，请另选日期。',
    en: 'Working hours can change today ({today}) at the earliest; please choose another date.',
  },
  'calendar.hours-order': {
    status: 422,
    zh: '结束日期早于开始日期，请改正。',
    en: 'The last day is before the first; please correct it.',
  },
})
