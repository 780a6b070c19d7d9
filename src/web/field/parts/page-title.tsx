import { useLocation } from '@tanstack/react-router'
import { useEffect, useRef } from 'react'
import { useWords } from '#kit'
import { frameWords } from '../app/words.ts'

/** Names the window after the page that it shows. */
export function PageTitle({ name }: { name: string }) {
  const product = useWords(frameWords)('product')
  return <title>{`${name} – ${product}`}</title>
}

/** Takes a reader who hears the page to the top of each new one. */
export function usePageStart(): void {
  const { pathname } = useLocation()
  const before = useRef(pathname)
  useEffect(() => {
    if (before.current === pathname) return
    before.current = pathname
    document.getElementById('page')?.focus({ preventScroll: true })
  }, [pathname])
}
