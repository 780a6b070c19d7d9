export { type Query, queryTokens } from '#platform/text-query'
export { numberToken, tokensOf } from '#platform/text-tokens'
export { type CasePage, type CaseSearch, searchCases } from './search-cases.ts'
export { growAhead, searchJobs } from './search-jobs.ts'
