import { defineRefusals } from '#platform/errors'

/** The refusals of settings: a change that the platform or the law behind a rule does not allow. */
export const refuseSetting = defineRefusals({
  'settings.unknown': {
    status: 404,
    zh: '没有“{key}”这项设置，请在设置列表中选择。',
    en: 'There is no setting "{key}"; please choose one from the list of settings.',
  },
  'settings.past': {
    status: 422,
    zh: '新值最早从今天（{today}）起生效，已经过去的日子不能改，请另选生效日期。',
    en: 'A new value can take effect today ({today}) at the earliest; please choose another date.',
  },
  'settings.shape': {
    status: 422,
    zh: '“{key}”的值不符合要求：应与现值形式相同（现值为{present}），请改正后再试。',
    en: 'The value of "{key}" must have the same form as the present one ({present}); please correct it.',
  },
  'settings.choice': {
    status: 422,
    zh: '“{key}”只能选：{choices}，请重新选择。',
    en: '"{key}" must be one of: {choices}.',
  },
  'settings.amount': {
    status: 422,
    zh: '“{key}”的数值应为不小于0的数，以天、月、年计的应为整数，比例不超过1，请改正后再试。',
    en: 'The amount of "{key}" must be 0 or more, whole for days, months and years, at most 1 for a share; please correct it.',
  },
  'settings.unit': {
    status: 422,
    zh: '“{key}”不能以“{unit}”为单位，请改用：{units}。',
    en: '"{key}" cannot be counted in "{unit}"; please use one of: {units}.',
  },
  'settings.fixed': {
    status: 422,
    zh: '“{key}”由上级规定（{rule}），本区不能修改。',
    en: '"{key}" is fixed by rule {rule}; a district cannot change it.',
  },
  'settings.looser': {
    status: 422,
    zh: '“{key}”依据{rule}只能改得更严（现规定为{present}），请改正后再试。',
    en: 'By rule {rule}, "{key}" can only be made stricter than {present}; please correct it.',
  },
  'settings.source': {
    status: 422,
    zh: '请写明依据（文件名称或批准情况），再保存这项设置。',
    en: 'Please name the document or decision behind this change, then save it again.',
  },
})
