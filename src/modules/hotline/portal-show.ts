import { readFile } from 'node:fs/promises'
import path from 'node:path'
import { pathToFileURL } from 'node:url'
import type { FastifyReply, FastifyRequest } from 'fastify'
import type { Actor } from '#kernel/identity'
import type { Refusal } from '#platform/errors'
import { languageOf } from '#platform/http'
import { asRefusal } from '#platform/problem'
import type { PortalContext, PortalPage } from '../../web/portal/pages.ts'
// The pages are the portal's build; only their shapes are known here.
import type * as Build from '../../web/portal/server.tsx'
import type { PortalHouse } from './house.ts'
import { portalDistrict } from './portal-district.ts'

const dist = path.resolve(import.meta.dirname, '../../../dist/portal')

/** What every page of the portal is made with. */
export interface Portal {
  readonly house: PortalHouse
  readonly build: typeof Build
  /** Answers with the page. @param at the path to come back to, where it is not the request's own */
  show(request: FastifyRequest, reply: FastifyReply, page: PortalPage, at?: string): Promise<FastifyReply>
}

/** A posted or queried form. */
export type Form = Record<string, string | undefined>

/** A handler for a resident who has proved something; whoever has not is led to the ways of doing so. */
export type AsResident = (
  handler: (request: FastifyRequest, reply: FastifyReply, actor: Actor) => Promise<unknown>,
) => (request: FastifyRequest, reply: FastifyReply) => Promise<unknown>

/** Opens the portal's build. */
export async function openPortal(house: PortalHouse): Promise<Portal> {
  const build = (await import(pathToFileURL(path.join(dist, 'server.js')).href)) as typeof Build
  const scripts = build.assetsOf(JSON.parse(await readFile(path.join(dist, 'client/manifest.json'), 'utf8')))
  return {
    house,
    build,
    show: async (request, reply, page, at = request.url) =>
      reply
        .type('text/html')
        .header('cache-control', 'no-store')
        .send(build.render(page, await contextOf(house, request, scripts, at))),
  }
}

async function contextOf(
  house: PortalHouse,
  request: FastifyRequest,
  scripts: PortalContext['scripts'],
  at: string,
): Promise<PortalContext> {
  const district = await portalDistrict(house)
  const language = languageOf(request)
  return {
    language,
    elder: /(?:^|;\s*)lianxin_elder=1/.test(request.headers.cookie ?? ''),
    hotline: district.hotline,
    districtName: district.name[language] ?? district.name.zh,
    path: at,
    scripts,
  }
}

/** Sets the answer's status for whatever was thrown, and when to try again. @returns the sentence for the page */
export function sentenceOf(error: unknown, request: FastifyRequest, reply: FastifyReply): string {
  const refusal = asRefusal(error, request.id)
  if (refusal.status >= 500) request.log.error({ err: error }, 'portal')
  if (refusal.status === 429) reply.header('retry-after', retryAfter(refusal))
  reply.status(refusal.status)
  return refusal.sentence(languageOf(request))
}

const retryAfter = ({ detail: { seconds, minutes = 1 } }: Refusal): number =>
  seconds === undefined ? Number(minutes) * 60 : Number(seconds)
