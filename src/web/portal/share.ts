import type { Language } from './pages.ts'
import { wordsIn } from './words.ts'

/** A share in per cent with one decimal at most, cut and not rounded up: 99.96 % never reads as all. */
export function shareInWords(part: number, whole: number, language: Language): string {
  if (whole <= 0) return wordsIn(language).figures.noShare
  return `${Math.floor((part * 1000) / whole) / 10}%`
}
