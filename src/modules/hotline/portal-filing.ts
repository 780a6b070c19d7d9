import type { FastifyInstance } from 'fastify'
import { languageOf } from '#platform/http'
import { districtOfPortal } from './portal-district.ts'
import { readForm } from './portal-form.ts'
import { type Portal, sentenceOf } from './portal-show.ts'
import { filePublicRequest } from './public-request.ts'

/** Filing a request, one thing per page; photos come with the last. */
export function addFiling(pages: FastifyInstance, { house, build, show }: Portal): void {
  const newKey = () => crypto.randomUUID()
  pages.get('/file', async (request, reply) => show(request, reply, build.beginFiling(newKey())))
  pages.post('/file', async (request, reply) => {
    const district = await districtOfPortal(house)
    const { fields, files } = await readForm(house, district, request)
    const filing = build.readFiling(fields, languageOf(request))
    if (filing.page === 'file') return await show(request, reply, filing, '/file')
    try {
      const filed = { ...filing.request, ...(files.length > 0 && { files: [...files] }) }
      const key = { key: filing.key || newKey(), hash: JSON.stringify(filing.request) }
      const { number, receipt = '' } = await filePublicRequest(house, district, filed, key)
      return await show(request, reply, { page: 'filed', number, receipt }, '/')
    } catch (error) {
      return await show(request, reply, filing.again(sentenceOf(error, request, reply)), '/file')
    }
  })
}
