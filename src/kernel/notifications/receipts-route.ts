import type { FastifyInstance } from 'fastify'
import { handle } from '#platform/http'
import { receiveReceipts } from './contract.ts'
import { GATEWAY } from './gateway-channel.ts'
import { isSigned, receiptLines } from './gateway-signature.ts'
import { noteReceipt } from './receipts.ts'
import { refuseNotification } from './refusals.ts'
import type { SendingHouse } from './sending-house.ts'

/** Adds the door at which the text message gateway reports. */
export function addReceipts(
  app: FastifyInstance,
  house: Pick<SendingHouse, 'database' | 'clock'> & { readonly gatewayKey: string },
): void {
  handle(app, receiveReceipts, async ({ body: { timestamp, signature, receipts } }) => {
    if (!isSigned(house.gatewayKey, receiptLines(timestamp, receipts), signature, house.clock.now())) {
      throw refuseNotification('notification.bad-signature')
    }
    const unknown: string[] = []
    for (const receipt of receipts) {
      if (!(await noteReceipt(house, { provider: GATEWAY, ...receipt }))) unknown.push(receipt.id)
    }
    return { unknown }
  })
}
