import { useCallback, useSyncExternalStore } from 'react'
import { currentLanguage, type Language } from './language.ts'
import { type PageWords, type Say, sayFrom, wordStore } from './words.ts'

function watch(changed: () => void): () => void {
  wordStore.on('languageChanged', changed)
  return () => wordStore.off('languageChanged', changed)
}

/** The language of the page; the component is shown again when it changes. */
export const useLanguage = (): Language => useSyncExternalStore(watch, currentLanguage, currentLanguage)

/** Speaks a page's words; the component is shown again when the language changes. */
export function useWords<K extends string>(words: PageWords<K>): Say<K> {
  const language = useLanguage()
  // biome-ignore lint/correctness/useExhaustiveDependencies: another language is another voice
  return useCallback((key, values) => sayFrom(words)(key, values), [words, language])
}
