import { existsSync } from 'node:fs'
import path from 'node:path'
import fastifyStatic from '@fastify/static'
import type { FastifyInstance, FastifyReply } from 'fastify'
import { readerFiles } from './openapi.ts'

const dist = path.resolve(import.meta.dirname, '../../dist')
const year = 31_536_000

/** Serves the built web: hashed files for a year, the pages of the desk and the field always fresh. */
export async function serveWeb(app: FastifyInstance): Promise<void> {
  const folder = async (prefix: string, root: string, decorateReply = false) => {
    if (!existsSync(root)) return
    await app.register(fastifyStatic, { prefix, root, decorateReply, index: false, setHeaders: cacheByName })
  }
  await folder('/api/reader/', readerFiles(), true)
  await folder('/portal/', path.join(dist, 'portal/client'))
  for (const name of ['desk', 'field']) await application(app, name, folder)
}

/** A single-page application: every path below it that is no file is the application itself. */
async function application(
  app: FastifyInstance,
  name: string,
  folder: (prefix: string, root: string) => Promise<void>,
): Promise<void> {
  const root = path.join(dist, name)
  if (!existsSync(root)) return
  await folder(`/${name}/assets/`, path.join(root, 'assets'))
  const page = (reply: FastifyReply) => reply.header('cache-control', 'no-cache').sendFile('index.html', root)
  app.get(`/${name}`, { schema: { hide: true } }, (_request, reply) => reply.redirect(`/${name}/`, 302))
  app.get(`/${name}/*`, { schema: { hide: true } }, (request, reply) => {
    const asked = (request.params as { '*': string })['*']
    const isFile = /^[\w.-]+\.(?:js|webmanifest|png|svg|ico|json)$/.test(asked) && existsSync(path.join(root, asked))
    return isFile ? reply.header('cache-control', 'no-cache').sendFile(asked, root) : page(reply)
  })
}

function cacheByName(reply: Pick<FastifyReply, 'header'>, file: string): void {
  const hashed = /-[\w-]{8}\.\w+$/.test(file)
  reply.header('cache-control', hashed ? `public, max-age=${year}, immutable` : 'no-cache')
}
