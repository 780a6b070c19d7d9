import { defineRefusals } from '#platform/errors'

export const refuse = defineRefusals({
  'case.not-found': {
    status: 404,
    zh: '没有找到这件工单，可能编号有误或您无权查看。',
    en: 'No such case, or it is not visible to you; please check the number.',
  },
  'case.not-now': {
    status: 409,
    zh: '工单现在是“{state}”，不能{verb}，请刷新后按页面上的按钮办理。',
    en: 'The case is now "{state}"; "{verb}" is not possible. Reload and use the buttons on the page.',
  },
  'case.not-yours': {
    status: 403,
    zh: '“{verb}”要由相应单位的岗位办理，请转交或联系该单位。',
    en: '"{verb}" belongs to a post of the unit in charge; please pass it on or ask that unit.',
  },
  'case.sealed': {
    status: 403,
    zh: '这是保密工单，请由保密岗位填写查阅目的后打开。',
    en: 'This case is sealed: a confidential post may open it by stating a purpose.',
  },
  'case.barred': {
    status: 403,
    zh: '您所在单位与此事有利害关系，按规定回避，不能办理。',
    en: 'Your unit has an interest in this matter and must keep out of it.',
  },
  'case.unless': { status: 409, zh: '{zh}', en: '{en}' },
  'case.unit-not-offered': {
    status: 422,
    zh: '不能派给所选单位，请从列出的单位中选择。',
    en: 'That unit cannot be chosen here; please choose one of those listed.',
  },
  'case.bad-input': {
    status: 422,
    zh: '“{field}”没有填好：{reason}。',
    en: '"{field}" is not right: {reason}.',
  },
})
