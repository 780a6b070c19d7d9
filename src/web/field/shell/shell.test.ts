import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { type Shell, serve, store, tidy } from './shell.ts'
import { shellOf } from './shell-list.ts'

const shell: Shell = { version: 'b2', files: ['/field/', '/field/assets/field-1.js'] }

/** The part of the browser's caches that the worker uses. */
function browserCaches(loads: (path: string) => boolean = () => true) {
  const kept = new Map<string, Map<string, string>>()
  const open = async (name: string) => {
    const files = kept.get(name) ?? new Map<string, string>()
    kept.set(name, files)
    return {
      async addAll(requests: Request[]) {
        const paths = requests.map(({ url }) => new URL(url).pathname)
        if (!paths.every(loads)) throw new TypeError('a file could not be had')
        for (const path of paths) files.set(path, `${name} ${path}`)
      },
      match: async (path: string) => (files.has(path) ? new Response(files.get(path)) : undefined),
    }
  }
  const caches = { open, keys: async () => [...kept.keys()], delete: async (name: string) => kept.delete(name) }
  return caches as unknown as CacheStorage
}

class LocalRequest extends Request {
  constructor(path: string, init?: RequestInit) {
    super(new URL(path, 'https://field.example'), init)
  }
}
const asked = (path: string, more: { mode?: string; method?: string } = {}) =>
  ({ url: new URL(path, 'https://field.example').href, method: 'GET', mode: 'cors', ...more }) as Request

beforeEach(() => {
  vi.stubGlobal('location', new URL('https://field.example/field/'))
  vi.stubGlobal('Request', LocalRequest)
})
afterEach(() => vi.unstubAllGlobals())

test('every page of the field opens from the phone', async () => {
  const caches = browserCaches()
  await store(caches, shell)
  for (const path of ['/field/', '/field/cases/103', '/field/outbox'])
    expect(await (await serve(asked(path, { mode: 'navigate' }), caches, shell))?.text()).toBe(
      'lianxin-field-b2 /field/',
    )
})

test.each([
  ['/api/v1/tasks', {}],
  ['/api/v1/cases/1/replies', { method: 'POST' }],
  ['/', { mode: 'navigate' }],
  ['/desk/', { mode: 'navigate' }],
  ['https://elsewhere.example/field/assets/field-1.js', {}],
  ['/field/assets/unknown.js', {}],
])('%s is left to the network', (path, more) => {
  expect(serve(asked(path, more), browserCaches(), shell)).toBe(undefined)
})

test('a build that cannot be had whole leaves the former one at work', async () => {
  const caches = browserCaches((path) => !path.endsWith('.js'))
  await expect(store(caches, shell)).rejects.toThrow('could not be had')
})

test('former builds are thrown away, other caches are not', async () => {
  const caches = browserCaches()
  for (const name of ['lianxin-field-a1', 'lianxin-field-b2', 'something-else']) await caches.open(name)
  await tidy(caches, shell)
  expect(await caches.keys()).toEqual(['lianxin-field-b2', 'something-else'])
})

test('the list holds the build without worker and manifest, and changes its name with any file', () => {
  const outputs = [
    { fileName: 'index.html', source: '<html>' },
    { fileName: 'assets/field-1.js', code: 'one' },
    { fileName: 'sw.js', code: 'worker' },
    { fileName: '.vite/manifest.json', source: '{}' },
  ]
  const list = shellOf(outputs)
  expect(list.files).toEqual(['/field/', '/field/assets/field-1.js'])
  expect(shellOf([...outputs].reverse()).version).toBe(list.version)
  expect(shellOf(outputs.with(0, { fileName: 'index.html', source: '<html lang>' })).version).not.toBe(list.version)
})
