export { act, type Verb, type Written } from './act.ts'
export { findCaseData } from './case-data.ts'
export {
  type CaseFacts,
  type CaseType,
  type ClockDeclaration,
  caseTypes,
  defineCaseType,
  findHole,
  getCaseType,
  type StateDeclaration,
  type VerbDeclaration,
  verb,
} from './case-type.ts'
export { caseView } from './case-view.ts'
export { type Engine, type Run, runAs, runIn } from './engine.ts'
export { clockMover } from './move-clocks.ts'
export { idOfNumber, numberOf } from './number.ts'
export { type Opening, open } from './open.ts'
export { Plan } from './plan.ts'
export { redact } from './redact.ts'
export { caseHomes } from './rehome.ts'
export { addCaseRoutes, type CaseRoutes } from './routes.ts'
export { type Snapshot, thingOf, unitsOf } from './snapshot.ts'
export { type Timekeeper, Timekeepers } from './timekeeper.ts'
export { clockEffects } from './timers.ts'
export { unitRefs } from './unit-refs.ts'
export { unitsToday } from './units-offered.ts'
