import type { Consumer, Happened } from '#kernel/events'
import { dateOf } from '#platform/clock'
import type { Tx } from '#platform/database'
import type { HotlineHouse } from './house.ts'
import { findNoticedCase, type NoticedCase } from './notices-case.ts'
import { requesterToTell } from './notices-requester.ts'
import { staffAt } from './notices-staff.ts'
import { tellings } from './notices-table.ts'
import type { Told } from './notices-told.ts'

// What happened longer ago stands on the case's page; a message would only confuse.
const TELLING_WITHIN = 2 * 86_400_000

/**
 * Tells the requester and the staff concerned what happens to a request, once each; of imported history nobody is told.
 * `publicUrl` is where residents reach the portal.
 */
export function requestNotices(house: HotlineHouse, publicUrl: string): Consumer {
  return {
    name: 'hotline.notices',
    subject: 'case',
    verbs: Object.keys(tellings),
    handle: async (tx, event) => {
      const now = house.clock.now()
      if (now.getTime() - event.at.getTime() > TELLING_WITHIN) return
      const known = await findNoticedCase(tx, event, dateOf(now))
      if (!known) return
      const link = `${publicUrl}/follow?number=${known.number}`
      for (const told of tellings[event.verb]!(event, known, link)) await leave(tx, house, { event, known, told })
    },
  }
}

interface Notice {
  readonly event: Happened
  readonly known: NoticedCase
  readonly told: Told
}

async function leave(tx: Tx, house: HotlineHouse, notice: Notice): Promise<void> {
  const { event, known, told } = notice
  const { template, parameters } = told
  const dedupeKey = `event:${event.id}:${template}`
  for (const to of await recipients(tx, house, notice)) {
    await house.notify(tx, { template, parameters, to, dedupeKey, caseId: known.id })
  }
}

async function recipients(tx: Tx, { vault, clock }: HotlineHouse, { event, known, told }: Notice) {
  if (told.to === 'requester') {
    const person = await requesterToTell(tx, vault, known)
    return person === null ? [] : [{ person }]
  }
  const except = event.actorKind === 'staff' ? event.actorId : null
  const hearing = { caseId: known.id, sealed: known.sealed, except, today: dateOf(clock.now()) }
  return (await staffAt(tx, told.to, hearing)).map((staff) => ({ staff }))
}
