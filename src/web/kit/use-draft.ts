import { useCallback, useRef, useState } from 'react'
import type { Drafts } from './drafts.ts'

export interface DraftState<T> {
  readonly value: T
  /** Changes the value and keeps it at once. */
  readonly change: (next: T | ((value: T) => T)) => void
  /** Forgets the draft and starts again from the given value. */
  readonly restart: (value: T) => void
  /** The page began with words kept from before. */
  readonly restored: boolean
}

/** A form's value, kept on every key under `name`; the next visit begins with it. */
export function useDraft<T>(drafts: Drafts, name: string, initial: T): DraftState<T> {
  const [kept] = useState(() => drafts.find<T>(name))
  const [value, setValue] = useState<T>(kept ?? initial)
  const latest = useRef(value)
  const change = useCallback(
    (next: T | ((value: T) => T)) => {
      latest.current = next instanceof Function ? next(latest.current) : next
      drafts.keep(name, latest.current)
      setValue(latest.current)
    },
    [drafts, name],
  )
  const restart = useCallback(
    (fresh: T) => {
      drafts.drop(name)
      latest.current = fresh
      setValue(fresh)
    },
    [drafts, name],
  )
  return { value, change, restart, restored: kept !== undefined }
}
