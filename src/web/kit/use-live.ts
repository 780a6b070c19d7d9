import { useEffect, useRef, useSyncExternalStore } from 'react'
import { type LiveState, live } from './live.ts'

/** What the stream says of a case: its id, its newest version and the verb that made it. */
export interface CaseChange {
  readonly id: number
  readonly version: number
  readonly verb: string
}

/** Calls back on every change of a topic while the component is shown; always the newest callback. */
export function useLive<T>(topic: string, listener: (data: T) => void): void {
  const newest = useRef(listener)
  newest.current = listener
  useEffect(() => live.on(topic, (data) => newest.current(data as T)), [topic])
}

/** Calls back when changes may have been missed. */
export function useResync(listener: () => void): void {
  const newest = useRef(listener)
  newest.current = listener
  useEffect(() => live.onResync(() => newest.current()), [])
}

/** Whether the page hears of changes just now. */
export const useLiveState = (): LiveState => useSyncExternalStore(live.watch, () => live.state)
