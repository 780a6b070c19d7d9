import { useEffect, useState } from 'react'

/** A value once it has rested: what is asked of the server follows the typing at a walk. */
export function useSettled<T>(value: T, rest = 250): T {
  const [settled, setSettled] = useState(value)
  useEffect(() => {
    const timer = setTimeout(() => setSettled(value), rest)
    return () => clearTimeout(timer)
  }, [value, rest])
  return settled
}
