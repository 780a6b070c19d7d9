import type { Virtualizer } from '@tanstack/react-virtual'
import { type RefObject, useCallback, useRef } from 'react'
import { useKeys, useWords } from '#kit'
import type { TaskRow } from './task-pages.ts'
import { workWords } from './words.ts'

type List = Virtualizer<HTMLDivElement, Element>

/** Walks the list with j and k: the line one stands at has the focus, so Enter opens it and screen readers read it. */
export function useWalk(rows: readonly TaskRow[], virtual: List, scroller: RefObject<HTMLDivElement | null>) {
  const say = useWords(workWords)
  const at = useRef(-1)
  const step = (by: number) => {
    const next = Math.max(0, Math.min(rows.length - 1, at.current + by))
    const row = rows[next]
    if (!row) return
    at.current = next
    virtual.scrollToIndex(next, { align: 'auto' })
    requestAnimationFrame(() => {
      const selector = `[data-task="${row.id}"]`
      scroller.current?.querySelector<HTMLElement>(selector)?.focus({ preventScroll: true })
    })
  }
  useKeys([
    { keys: 'j', label: say('next'), run: () => step(1) },
    { keys: 'k', label: say('previous'), run: () => step(-1) },
  ])
  const standAt = useCallback((index: number) => {
    at.current = index
  }, [])
  return { standAt }
}
