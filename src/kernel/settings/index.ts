export { changeSetting, type SettingChange } from './change-setting.ts'
export { addSettingRoutes, type SettingHouse } from './routes.ts'
export type { Amount, Checked, Level, MayChange, Rule } from './rule.ts'
export { amountAt, amountOf, findRule, ruleAt, ruleHistory, rulesAt, settingVersion } from './rules.ts'
