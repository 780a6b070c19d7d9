import { defineRefusals } from '#platform/errors'

/** The refusals of identity: units, accounts, posts. */
export const refuseIdentity = defineRefusals({
  'identity.no-unit': {
    status: 404,
    zh: '没有这个单位，或它在{date}还没有设立、已经撤销，请在单位列表中重新选择。',
    en: 'There is no such unit on {date}; please choose one from the list of units.',
  },
})
