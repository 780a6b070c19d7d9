import { fail } from './progress.ts'

const [name = 'intake'] = process.argv.slice(2)
const benches: Record<string, () => Promise<unknown>> = {
  intake: async () => (await import('../bench/intake.ts')).intake(),
  lists: async () => (await import('../bench/lists.ts')).lists(),
  faults: async () => (await import('../bench/faults.ts')).faults(),
}
const bench = benches[name]
if (!bench) {
  console.error(`There is no bench "${name}": choose ${Object.keys(benches).join(', ')}.`)
  process.exit(1)
}
console.log(JSON.stringify(await bench().catch(fail), null, 2))
process.exit(0)
