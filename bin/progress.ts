import { StartError } from '../src/platform/start-error.ts'

/** Runs one step of a command, printing what it was and how long it took; `work` may add a remark to the line. */
export async function step<T>(label: string, work: (remark: (text: string) => void) => Promise<T>): Promise<T> {
  const began = performance.now()
  let remark = ''
  const result = await work((text) => (remark = `: ${text}`))
  console.log(`  ✓ ${label}${remark} (${((performance.now() - began) / 1000).toFixed(1)} s)`)
  return result
}

/** Ends the command with exit code 1: one sentence for what the operator can mend, the stack for a fault of ours. */
export function fail(error: unknown): never {
  console.error(error instanceof StartError ? error.message : error)
  process.exit(1)
}
