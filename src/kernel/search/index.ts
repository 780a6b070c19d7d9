export { type Query, queryTokens } from './query.ts'
export { numberToken, tokensOf } from './tokens.ts'
