import { defineWords } from '#kit'

export const findWords = defineWords('find', {
  zh: {
    title: '查找工单',
    box: '编号、内容、地点、电话或诉求人',
    go: '查找',
    hint: '输入工单编号、内容中的词、地点、完整电话或诉求人姓名。只会找到您有权查看的工单。',
    none: '没有找到“{{q}}”。',
    noneHow: '请换个说法，或核对编号；移交到其他单位的工单可能不在您的查看范围。',
    more: '再找一些',
    results: '找到的工单，新的在前',
    end: '已全部列出，共 {{count}} 件。',
    received: '{{at}}受理',
    noLead: '还没有承办单位',
  },
  en: {
    title: 'Find a case',
    box: 'Number, words, place, phone or requester',
    go: 'Find',
    hint: 'Type a case number, words of it, a place, a whole phone number or the requester’s name. You find what you may see.',
    none: 'Nothing was found for “{{q}}”.',
    noneHow: 'Try other words or check the number. A case passed to another unit may be outside what you may see.',
    more: 'Find more',
    results: 'Cases found, newest first',
    end: 'That is all: {{count}}.',
    received: 'received {{at}}',
    noLead: 'no unit in charge yet',
  },
})
