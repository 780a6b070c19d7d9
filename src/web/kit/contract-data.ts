import { pathToFileURL } from 'node:url'
import type { Plugin } from 'vite'

const contract = /\/src\/(?:kernel|modules)\/[^/]+\/contract\.ts$/

interface Declared {
  readonly method: unknown
  readonly path: unknown
}

const isRoute = (value: unknown): value is Declared =>
  typeof value === 'object' && value !== null && 'method' in value && 'path' in value

// A TypeBox schema names its kind in a property that JSON does not show.
const isSchema = (value: unknown) => typeof value === 'object' && value !== null && '~kind' in value

/** What a browser needs of one export of a contract: a route's address and demands, or plain data; nothing of a schema. */
export function dataOf(exported: unknown): unknown {
  if (typeof exported === 'function' || isSchema(exported)) return undefined
  if (!isRoute(exported)) return exported
  const { method, path, creates, changes } = exported as Declared & Record<string, unknown>
  return { method, path, ...(creates === true && { creates }), ...(changes === true && { changes }) }
}

/** A contract as the browser's module: its exports as data, without the schemas and their library. */
export function moduleOf(exports: Readonly<Record<string, unknown>>): string {
  return Object.entries(exports)
    .map(([name, exported]) => [name, dataOf(exported)] as const)
    .filter(([, data]) => data !== undefined)
    .map(([name, data]) => `export const ${name} = ${JSON.stringify(data)}\n`)
    .join('')
}

/** Gives the browser the contracts as data: TypeBox and whatever a contract reads stay on the server. */
export function contractData(): Plugin {
  return {
    name: 'lianxin-contract-data',
    enforce: 'pre',
    async load(id) {
      const file = id.split('?')[0] ?? id
      if (!contract.test(file.replaceAll('\\', '/'))) return null
      // The query keeps a changed contract from being answered from Node's own memory while a page is developed.
      const fresh = this.meta.watchMode ? `?at=${performance.now()}` : ''
      return { code: moduleOf(await import(`${pathToFileURL(file)}${fresh}`)), moduleType: 'js' }
    },
  }
}
