export { type Call, type CallArguments, type CallInput, call, callsTo, newKey, queryOf, send } from './call.ts'
export { type Drafts, type KeptDraft, localShelf, memoryShelf, openDrafts, type Shelf } from './drafts.ts'
export { asFailure, Failure } from './failure.ts'
export {
  bodyOf as bodyOfForm,
  type Field,
  type FieldProblem,
  type FormValues,
  findProblems,
  formModel,
  labelOf,
  type Option,
  type Widget,
} from './form-model.ts'
export { type Binding, isTyping, KeyMap, keyMap, keysOf } from './keys.ts'
export { currentLanguage, type Language } from './language.ts'
export { type Change, Live, type LiveState, live } from './live.ts'
export { aside, labelled, listed, quoted } from './punctuation.ts'
export { newSending, type Sending, type SentOnce, sendOnce } from './send-once.ts'
export { type DraftState, useDraft } from './use-draft.ts'
export { useKeys } from './use-keys.ts'
export { type CaseChange, useLive, useLiveState, useResync } from './use-live.ts'
export { useLanguage, useWords } from './use-words.ts'
export { bytesInWords, districtDate, districtZone, dueInWords, exactMoment, momentInWords } from './when.ts'
export { changeLanguage, defineWords, nameIn, type PageWords, type Say, sayFrom, wordStore } from './words.ts'
