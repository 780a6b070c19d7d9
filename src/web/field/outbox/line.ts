import { readCase, type Written } from '#kernel-contract/cases'
import { uploadStaffFile } from '#kernel-contract/files'
import { call } from '#kit'
import type { Route } from '#platform/contract'
import { loggedOut } from '../app/log-in-state.ts'
import { reading } from '../app/reading.ts'
import { phoneShelf } from '../saved/phone-shelf.ts'
import type { Command, Photo } from './command.ts'
import { type Carrier, Outbox } from './outbox.ts'

/** The route of a verb as the case itself offered it. */
const routeOf = ({ resource }: Command): Route => ({
  method: 'POST',
  path: `/api/v1/cases/:id/${resource}`,
  guard: 'staff',
  summary: '',
  creates: true,
  changes: true,
})

const server: Carrier = {
  async post(command, body) {
    const input = { params: { id: command.caseId }, body, ifMatch: command.seen, idempotencyKey: command.id }
    return (await call(routeOf(command), input as never)) as Written
  },
  async upload({ key, name, content }: Photo) {
    const form = new FormData()
    form.append('file', content, name)
    const input = { body: form, query: { visibleTo: 'requester' }, idempotencyKey: key }
    const uploaded = await call(uploadStaffFile, input as never)
    return uploaded.id
  },
}

/** This phone's outbox. */
export const outbox = new Outbox({
  shelf: phoneShelf<Command>('outbox'),
  carrier: server,
  onArrival: ({ caseId }) => {
    void reading.invalidateQueries({ queryKey: [readCase.path, { id: caseId }] })
    void reading.invalidateQueries({ predicate: ({ queryKey }) => queryKey[0] === '/api/v1/tasks' })
  },
  onLogIn: () => loggedOut.set(true),
})
