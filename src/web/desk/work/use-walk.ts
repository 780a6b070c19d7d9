import type { Virtualizer } from '@tanstack/react-virtual'
import { type RefObject, useCallback, useLayoutEffect, useRef } from 'react'
import { useKeys, useWords } from '#kit'
import type { TaskRow } from './task-pages.ts'
import { workWords } from './words.ts'

type List = Virtualizer<HTMLDivElement, Element>

/** Walks the list with j and k: the line one stands at has the focus, so Enter opens it and screen readers read it. */
export function useWalk(rows: readonly TaskRow[], virtual: List, scroller: RefObject<HTMLDivElement | null>) {
  const say = useWords(workWords)
  const at = useRef(-1)
  const wanted = useRef<number | null>(null)
  // A line far away exists only after the list has scrolled to it: until then the focus is owed.
  const settle = () => {
    if (wanted.current === null) return
    const line = scroller.current?.querySelector<HTMLElement>(`[data-task="${wanted.current}"]`)
    if (!line) return
    wanted.current = null
    line.focus({ preventScroll: true })
  }
  useLayoutEffect(settle)
  const step = (by: number) => {
    const next = Math.max(0, Math.min(rows.length - 1, at.current + by))
    const row = rows[next]
    if (!row) return
    at.current = next
    wanted.current = row.id
    virtual.scrollToIndex(next, { align: 'auto' })
    settle()
  }
  useKeys([
    { keys: 'j', label: say('next'), run: () => step(1) },
    { keys: 'k', label: say('previous'), run: () => step(-1) },
  ])
  const standAt = useCallback((index: number) => {
    if (wanted.current === null) at.current = index
  }, [])
  return { standAt }
}
