import { defineRefusals } from '#platform/errors'

export const refusePeople = defineRefusals({
  'people.bad-phone': {
    status: 422,
    zh: '“{phone}”不是有效的电话号码，请核对后重新填写（固定电话请带区号）。',
    en: '"{phone}" is not a telephone number; please check it (landlines with area code).',
  },
  'people.bad-identity': {
    status: 422,
    zh: '身份证号码有误（位数、出生日期或校验码不符），请对照证件重新填写。',
    en: 'The identity number is misread (length, date of birth or check digit); please copy it from the card again.',
  },
  'people.bad-credit-code': {
    status: 422,
    zh: '统一社会信用代码有误（应为18位且校验码相符），请对照证照重新填写。',
    en: 'The unified social credit code is misread (18 signs with a fitting check sign); please copy it from the licence again.',
  },
  'people.identity-taken': {
    status: 409,
    zh: '这个身份证号码已有登记，请先按号码查找；查不到的，请联系其所在社区。',
    en: 'This identity number is already registered; look it up, or ask the community it belongs to if you cannot see it.',
  },
  'people.credit-code-taken': {
    status: 409,
    zh: '这个统一社会信用代码已有登记，请先按代码查找。',
    en: 'This credit code is already registered; please look it up.',
  },
  'people.not-for-organisations': {
    status: 422,
    zh: '单位没有身份证号码和家庭，请改填统一社会信用代码。',
    en: 'An organisation has no identity number and no household; please give its credit code.',
  },
  'people.not-for-persons': {
    status: 422,
    zh: '个人没有统一社会信用代码，请改填身份证号码或改为登记单位。',
    en: 'A person has no credit code; please give the identity number, or register an organisation.',
  },
  'people.nothing-there': {
    status: 404,
    zh: '这里没有登记这一项，请先补充登记。',
    en: 'Nothing is recorded here; please record it first.',
  },
  'people.purpose': {
    status: 422,
    zh: '查看完整号码要先写明用途，例如“联系诉求人核实情况”。',
    en: 'Please state the purpose before you see the full number, such as "call the requester back".',
  },
  'people.no-such-unit': {
    status: 422,
    zh: '没有找到社区“{name}”，请填写社区全称或代码。',
    en: 'The community "{name}" was not found; give its full name or code.',
  },
  'people.no-such-household': {
    status: 422,
    zh: '没有找到这一户，请重新选择。',
    en: 'This household was not found; please choose again.',
  },
})
