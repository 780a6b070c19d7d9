import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { brotliCompressSync, gzipSync } from 'node:zlib'

const built = path.resolve(import.meta.dirname, '../dist/portal/client')
const limit = 150 * 1024

/** What a resident's first page loads of script, as built: every file of the portal, though a page may need fewer. */
export function portalScript(directory = built) {
  const files = scriptsOf(directory)
  const bytes = files.map((file) => readFileSync(path.join(directory, file)))
  const sum = (size: (script: Buffer) => number) => bytes.reduce((total, script) => total + size(script), 0)
  const gzip = sum((script) => gzipSync(script).length)
  return {
    files: files.length,
    raw: sum(({ length }) => length),
    gzip,
    brotli: sum((script) => brotliCompressSync(script).length),
    limit,
    ok: files.length > 0 && gzip <= limit,
  }
}

function scriptsOf(directory: string): string[] {
  try {
    return readdirSync(directory, { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.js'))
  } catch {
    return [] // not built: npm start builds it
  }
}
