import { defineRefusals } from '#platform/errors'

export const refuse = defineRefusals({
  'hotline.no-centre': {
    status: 409,
    zh: '本区还没有设立呼叫中心，请系统管理员先建立。',
    en: 'This district has no call centre yet; please ask the system administrator to set one up.',
  },
  'hotline.no-post': {
    status: 403,
    zh: '登记诉求需要坐席、派单员、窗口或社区岗位。',
    en: 'Taking down a request needs a post at the centre, a street or a community.',
  },
  'hotline.wrong-receipt': {
    status: 404,
    zh: '编号或查询码不对，请核对回执后再试。',
    en: 'The number or the receipt code is wrong; please check your receipt.',
  },
  'hotline.phone': {
    status: 422,
    zh: '电话号码“{phone}”不像是对的，请核对后再填。',
    en: 'The phone number "{phone}" does not look right; please check it.',
  },
})
