import type { FastifyInstance } from 'fastify'
import { handle } from '#platform/http'
import { endResidentSession, openResidentSession, sendPhoneCode } from '../contract.ts'
import type { Proving } from './prove.ts'

/** How residents prove a phone or a receipt, and leave. */
export function addResidentRoutes(app: FastifyInstance, proving: Proving): void {
  handle(app, sendPhoneCode, ({ body: { phone, by = 'sms' }, raw }) => proving.sendCode(raw, { phone, by }))
  handle(app, openResidentSession, async ({ body, raw: request, reply }) => {
    const visit = { request, reply }
    const { until } = 'phone' in body ? await proving.byPhone(visit, body) : await proving.byReceipt(visit, body)
    return { until: new Date(until).toISOString() }
  })
  handle(app, endResidentSession, async ({ reply }) => {
    proving.leave(reply)
    return {}
  })
}
