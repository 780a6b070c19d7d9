import { useEffect } from 'react'
import { useWords } from '#kit'
import { frameWords } from '../app/words.ts'

/** Names the page in the browser's tab and for screen readers: 工单 · 连心桥. */
export function useTitle(title: string | undefined): void {
  const product = useWords(frameWords)('product')
  useEffect(() => {
    document.title = title ? `${title} · ${product}` : product
  }, [title, product])
}
