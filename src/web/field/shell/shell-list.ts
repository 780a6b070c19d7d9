import { createHash } from 'node:crypto'
import type { Plugin } from 'vite'

/** The mark in the worker's source that is replaced by the list. */
const mark = '__SHELL__'

interface Output {
  readonly fileName: string
  readonly source?: string | Uint8Array
  readonly code?: string
}

/** What the worker keeps: every file of the build but itself, and one name for exactly this set. */
export function shellOf(outputs: readonly Output[]): { version: string; files: string[] } {
  const kept = outputs.filter(({ fileName }) => fileName !== 'sw.js' && !/\.map$|manifest\.json$/.test(fileName))
  const hash = createHash('sha256')
  for (const { fileName, source, code } of [...kept].sort((a, b) => (a.fileName < b.fileName ? -1 : 1)))
    hash.update(fileName).update(code ?? source ?? '')
  // The page is asked for by its folder.
  const files = kept.map(({ fileName }) => (fileName === 'index.html' ? '/field/' : `/field/${fileName}`))
  return { version: hash.digest('hex').slice(0, 12), files: files.sort() }
}

/** Writes the list of the build's files into the service worker. */
export function shellList(): Plugin {
  return {
    name: 'lianxin-shell-list',
    enforce: 'post',
    generateBundle: {
      order: 'post',
      handler(_options, bundle) {
        const worker = bundle['sw.js']
        if (worker?.type !== 'chunk') throw new Error('the build holds no service worker')
        const list = shellOf(Object.values(bundle) as Output[])
        worker.code = worker.code.replace(mark, JSON.stringify(list))
      },
    },
  }
}
