import { cityAppearance } from './subjects/city-appearance.ts'
import { community } from './subjects/community.ts'
import { education } from './subjects/education.ts'
import { environment } from './subjects/environment.ts'
import { health } from './subjects/health.ts'
import { housing } from './subjects/housing.ts'
import { market } from './subjects/market.ts'
import { publicWorks } from './subjects/public-works.ts'
import { transport } from './subjects/transport.ts'
import { utilities } from './subjects/utilities.ts'
import { welfare } from './subjects/welfare.ts'
import { work } from './subjects/work.ts'

/** One node of the three-level tree; the code of a node begins with its parent's: '01', '0103', '010302'. */
export interface SubjectNode {
  readonly code: string
  readonly parent: string | null
  readonly name: { readonly zh: string; readonly en: string }
  /** Words in a request that point here; the name itself is one of them. */
  readonly words: readonly string[]
}

/** The tree that a new district begins with. Codes are permanent: a district renames and retires, but never reuses one. */
export const subjectTree: readonly SubjectNode[] = [
  housing,
  publicWorks,
  cityAppearance,
  utilities,
  transport,
  environment,
  welfare,
  work,
  health,
  education,
  market,
  community,
].flatMap(readTree)

/** @throws Error naming the first line that is no node */
export function readTree(text: string): SubjectNode[] {
  return text.trim().split('\n').map(readNode)
}

function readNode(line: string): SubjectNode {
  const [, code, zh, en, words = ''] = /^((?:\d\d){1,3}) ([^|]+?) \| ([^|]+?)(?: \| (.+))?$/.exec(line.trim()) ?? []
  if (!code || !zh || !en) throw new Error(`no subject: ${line}`)
  const parent = code.length > 2 ? code.slice(0, -2) : null
  return {
    code,
    parent,
    name: { zh, en },
    words: code.length < 6 ? [] : [...new Set([zh, ...words.split(' ').filter(Boolean)])],
  }
}
