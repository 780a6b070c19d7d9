import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { findCases } from '#kernel-contract/cases'
import { searchPeople } from '#kernel-contract/people'
import { type Binding, nameIn, queryOf, useWords } from '#kit'
import { holds, useMe } from '../app/me.ts'
import { pagesOf } from '../app/pages.ts'
import { frameWords } from '../app/words.ts'
import { unitsQuery } from '../parts/unit-select.tsx'
import { useSettled } from '../parts/use-settled.ts'
import { paletteWords } from './words.ts'

export interface Find {
  readonly id: string
  readonly kind: 'case' | 'unit' | 'page' | 'person' | 'verb'
  readonly words: string
  readonly more?: string
  readonly go: () => void
}

const FEW = 6
const has = (words: string, q: string) => words.toLowerCase().includes(q.toLowerCase())

/** Everything that the typed words may mean, the nearest at hand first: a verb of the open case, a page, a case, a unit, a person. */
export function useFinds(typed: string, verbs: readonly Binding[]): Find[] {
  const q = typed.trim()
  return [...verbsOf(verbs, q), ...usePages(q), ...useCases(q), ...useUnits(q), ...usePeople(q)]
}

// The keys of the page below are its verbs.
function verbsOf(bindings: readonly Binding[], q: string): Find[] {
  return bindings
    .filter(({ keys, label }) => keys.length === 1 && keys !== '?' && (q === '' || has(label, q)))
    .map((binding) => ({
      id: `verb-${binding.keys}`,
      kind: 'verb',
      words: binding.label,
      more: binding.keys.toUpperCase(),
      go: () => binding.run(new KeyboardEvent('keydown')),
    }))
}

function usePages(q: string): Find[] {
  const say = useWords(frameWords)
  const me = useMe()
  const navigate = useNavigate()
  const named = [
    ...pagesOf(me).map(({ to, name }) => ({ to, words: say(name) })),
    { to: '/me' as const, words: say('me') },
  ]
  return named
    .filter(({ words }) => has(words, q))
    .map(({ to, words }) => ({ id: `page-${to}`, kind: 'page', words, go: () => navigate({ to }) }))
}

function useCases(q: string): Find[] {
  const say = useWords(paletteWords)
  const navigate = useNavigate()
  const settled = useSettled(q)
  const { data } = useQuery({
    ...queryOf(findCases, { query: { q: settled, limit: FEW } }),
    enabled: settled.length > 1,
    placeholderData: keepPreviousData,
  })
  if (settled.length < 2 || q === '') return []
  const found = (data?.rows ?? []).map((row) => ({
    id: `case-${row.id}`,
    kind: 'case' as const,
    words: row.title,
    more: `${row.number} · ${nameIn(row.stateLabel)}`,
    go: () => navigate({ to: '/cases/$id', params: { id: String(row.id) } }),
  }))
  const all = {
    id: 'case-all',
    kind: 'case' as const,
    words: say('all', { q }),
    go: () => navigate({ to: '/cases', search: { q } }),
  }
  return [...found, all]
}

function useUnits(q: string): Find[] {
  const say = useWords(paletteWords)
  const navigate = useNavigate()
  const { data } = useQuery(unitsQuery)
  if (q === '') return []
  return (data?.units ?? [])
    .filter((unit) => has(unit.name.zh, q) || has(unit.name.en ?? '', q))
    .slice(0, FEW)
    .map((unit) => ({
      id: `unit-${unit.id}`,
      kind: 'unit',
      words: say('unitCases', { unit: nameIn(unit.name) }),
      go: () => navigate({ to: '/work', search: { queue: 'above', unit: unit.id } }),
    }))
}

function usePeople(q: string): Find[] {
  const say = useWords(paletteWords)
  const navigate = useNavigate()
  const takesDown = holds(useMe(), 'agent', 'dispatcher')
  const settled = useSettled(q)
  const { data } = useQuery({
    ...queryOf(searchPeople, { query: { q: settled, limit: FEW } }),
    enabled: takesDown && settled.length > 1,
    placeholderData: keepPreviousData,
  })
  if (!takesDown || settled.length < 2 || q === '') return []
  return (data?.people ?? []).map((person) => ({
    id: `person-${person.id}`,
    kind: 'person',
    words: say('personIntake', { name: person.formOfAddress ?? person.name }),
    more: person.phones[0]?.masked ?? '',
    go: () => navigate({ to: '/intake', search: { person: person.id } }),
  }))
}
