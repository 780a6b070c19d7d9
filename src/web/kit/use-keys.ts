import { useEffect, useRef } from 'react'
import { type Binding, keyMap } from './keys.ts'

/** Lends keys to a component while it is shown. `only` silences the page below, as an open dialog does. */
export function useKeys(bindings: readonly Binding[], { only = false, on = true } = {}): void {
  const newest = useRef(bindings)
  newest.current = bindings
  const shape = bindings.map(({ keys, label }) => `${keys} ${label}`).join('\n')
  // biome-ignore lint/correctness/useExhaustiveDependencies: the layer is made anew when a key or its label changes
  useEffect(() => {
    if (!on) return
    const lent = newest.current.map((binding, index) => ({
      ...binding,
      run: (event: KeyboardEvent) => newest.current[index]?.run(event),
    }))
    return keyMap.add(lent, only)
  }, [shape, only, on])
}
