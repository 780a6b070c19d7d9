import type { OwnRequest, Publication, PublicCaseView, PublicFigures } from '#contract/hotline'
import type { Words } from '#kernel-contract/cases'
import type { Language } from '#kit/language'

export type { Language }

/** What every page needs to know beside its own data. */
export interface PortalContext {
  readonly language: Language
  readonly elder: boolean
  /** The district's own number, shown beside 12345. */
  readonly hotline: string
  /** The district's name, in the reader's language. */
  readonly districtName: string
  /** Path and query to come back to after a change of language or size; a page answered to a POST gives its GET path. */
  readonly path: string
  readonly scripts: Assets
}

/** Addresses of the style sheets and module scripts, as `assetsOf` reads them from the build's manifest. */
export interface Assets {
  readonly styles: readonly string[]
  readonly modules: readonly string[]
}

/** What must be mended before going on: a sentence in the reader's language, and the field that it speaks of. */
export interface FieldProblem {
  readonly field: string | null
  readonly sentence: string
}

export const filingSteps = ['what', 'where', 'who', 'check'] as const
export type FilingStep = (typeof filingSteps)[number]

/** What the person typed so far, as typed; every step carries all of it. */
export interface FilingValues {
  readonly kind: string
  readonly text: string
  readonly place: string
  readonly behalf: string
  readonly onBehalfOf: string
  readonly name: string
  readonly phone: string
  readonly hidden: string
}

export interface FilePage {
  readonly page: 'file'
  readonly step: FilingStep
  readonly values: FilingValues
  readonly problems: readonly FieldProblem[]
  /** Idempotency key, made when the form was first shown and carried to the end. */
  readonly key: string
}

export interface FollowPage {
  readonly page: 'follow'
  readonly values: {
    readonly number: string
    readonly receipt: string
    readonly phone: string
    readonly by: 'sms' | 'voice'
  }
  readonly problems: readonly FieldProblem[]
  /** Whether a code can be read out in a call. */
  readonly voice?: boolean
  /** Whether the reader has proved something before. */
  readonly known?: boolean
}

/** Asks for the code that was sent, whoever the phone belongs to. */
export interface CodePage {
  readonly page: 'code'
  readonly phone: string
  readonly by: 'sms' | 'voice'
  readonly minutes: number
  readonly digits: number
  readonly problems: readonly FieldProblem[]
}

export interface RatingValues {
  readonly solved: string
  readonly satisfaction: string
  readonly comment: string
}

export interface CasePage {
  readonly page: 'case'
  readonly view: PublicCaseView
  /** Whether the reader has a list of requests to go back to. */
  readonly several: boolean
  /** Idempotency key of the rating form. */
  readonly key: string
  readonly rating?: { readonly values: RatingValues; readonly problems: readonly FieldProblem[] }
}

/** A limit in force today, as the settings have it: "一般诉求", "7 个工作日", "《…办法》第…条". */
export interface GuideLimit {
  readonly name: Words
  readonly limit: Words
  readonly source: Words | null
}

export type PortalPage =
  | { readonly page: 'home'; readonly figures: PublicFigures | null; readonly latest: readonly Publication[] }
  | FilePage
  | { readonly page: 'filed'; readonly number: string; readonly receipt: string }
  | FollowPage
  | CodePage
  | {
      readonly page: 'mine'
      readonly rows: readonly OwnRequest[]
      /** Where the next page begins, null at the end. */
      readonly next: number | null
      /** Whether this is not the first page. */
      readonly later: boolean
    }
  | CasePage
  | { readonly page: 'rated'; readonly number: string }
  | {
      readonly page: 'published'
      readonly rows: readonly Publication[]
      /** Where the next page begins, null at the end. */
      readonly next: number | null
      readonly q: string
      /** Whether this is not the first page. */
      readonly later: boolean
    }
  | { readonly page: 'publication'; readonly row: Publication }
  | {
      readonly page: 'figures'
      readonly figures: PublicFigures
      /** Months to walk to, YYYY-MM; null where there is none. */
      readonly previous: string | null
      readonly following: string | null
    }
  | { readonly page: 'guide'; readonly limits: readonly GuideLimit[] }
  | { readonly page: 'problem'; readonly status: number; readonly sentence: string }
