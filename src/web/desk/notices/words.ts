import { defineWords } from '#kit'

export const noticeWords = defineWords('notices', {
  zh: {
    title: '通知',
    unread: '{{count}} 条未读',
    none: '还没有通知。',
    noneHow: '派单、到期提醒和退单会在这里告诉您。',
    readAll: '全部标为已读',
    open: '打开工单',
    urgent: '紧急',
    more: '更早的通知',
    new: '新',
    close: '关闭通知',
  },
  en: {
    title: 'Notices',
    unread: '{{count}} unread',
    none: 'No notices yet.',
    noneHow: 'Dispatches, reminders and cases sent back are told here.',
    readAll: 'Mark all as read',
    open: 'Open the case',
    urgent: 'Urgent',
    more: 'Earlier notices',
    new: 'new',
    close: 'Close the notices',
  },
})
