/** The files of one build. */
export interface Shell {
  readonly version: string
  readonly files: readonly string[]
}

const prefix = 'lianxin-field-'
const page = '/field/'

/** Keeps every file of the build; fails, and keeps the former build at work, when one cannot be had. */
export async function store(caches: CacheStorage, { version, files }: Shell): Promise<void> {
  const cache = await caches.open(prefix + version)
  // 'reload' passes over the browser's own cache: a page of yesterday with the scripts of today does not start.
  await cache.addAll(files.map((file) => new Request(file, { cache: 'reload' })))
}

/** Throws away former builds. */
export async function tidy(caches: CacheStorage, { version }: Shell): Promise<void> {
  const old = (await caches.keys()).filter((name) => name.startsWith(prefix) && name !== prefix + version)
  await Promise.all(old.map((name) => caches.delete(name)))
}

/**
 * The answer to a request of the page: the application itself from the phone, so that it opens in the lift.
 * Undefined leaves it to the network: above all what the server knows of cases, which is never kept here.
 */
export function serve(
  request: Request,
  caches: CacheStorage,
  { version, files }: Shell,
): Promise<Response> | undefined {
  const { origin, pathname } = new URL(request.url)
  if (request.method !== 'GET' || origin !== location.origin || !pathname.startsWith(page)) return undefined
  const file = request.mode === 'navigate' ? page : pathname
  if (!files.includes(file)) return undefined
  return caches
    .open(prefix + version)
    .then((cache) => cache.match(file))
    .then((kept) => kept ?? fetch(request))
}
