import type { FastifyInstance, FastifyReply } from 'fastify'
import { handle } from '#platform/http'
import { endResidentSession, openResidentSession, sendPhoneCode } from '../contract.ts'
import { provePhone } from './prove-phone.ts'
import { proveReceipt } from './prove-receipt.ts'
import { type Proof, residentCookie } from './resident-cookie.ts'
import type { ResidentHouse } from './resident-house.ts'
import { sendCode } from './send-code.ts'

/** How residents prove a phone or a receipt, and leave. */
export function addResidentRoutes(app: FastifyInstance, house: ResidentHouse): void {
  const handOut = (reply: FastifyReply, proof: Proof | null) =>
    reply.header('set-cookie', residentCookie(house, proof, house.clock.now()))

  handle(app, sendPhoneCode, async ({ body, raw, language }) =>
    sendCode(house, { ...body, by: body.by ?? 'sms', language, district: house.districtOf(raw), address: raw.ip }),
  )
  handle(app, openResidentSession, async ({ body, raw, reply }) => {
    const district = house.districtOf(raw)
    const proof =
      'phone' in body
        ? await provePhone(house, district, body.phone, body.code)
        : await proveReceipt(house, { ...body, district, address: raw.ip })
    handOut(reply, proof)
    return { until: new Date(proof.until).toISOString() }
  })
  handle(app, endResidentSession, async ({ reply }) => {
    handOut(reply, null)
    return {}
  })
}
