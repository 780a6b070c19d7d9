import type { AddressInfo } from 'node:net'
import smpp, { type Pdu, type Server, type Session } from 'smpp'
import { afterEach, expect, test, vi } from 'vitest'
import { makeLog } from '#platform/log'
import type { Channel, Message } from './channel.ts'
import { type SmppOptions, smppChannel } from './smpp-channel.ts'
import { readReceipt, type SmppReceipt } from './smpp-receipt.ts'

const message: Message = {
  key: 'n1-77-0',
  address: '13912345678',
  template: 'caseReceived',
  templateId: 'caseReceived.zh',
  language: 'zh',
  title: '诉求已收到',
  text: '您的诉求已收到，编号0000000128，查询码7K3MWQ9TXA，凭此可查进度。',
  words: {},
  urgent: false,
}
const long = { ...message, text: '长'.repeat(60) + '🏮'.repeat(30) }

const open: { stop?(): Promise<void> }[] = []
afterEach(async () => {
  await Promise.all(open.splice(0).map((each) => each.stop?.()))
})

interface Centre {
  readonly submitted: Pdu[]
  readonly sessions: Session[]
  /** What the centre answers to the next messages; 0 takes them, null says nothing. */
  readonly answers: (number | null)[]
  enquiries: number
  restart(): Promise<void>
  readonly url: string
}

/** An SMS centre over TCP with one user; it can be told to be busy, silent or gone. */
async function startCentre(): Promise<Centre> {
  let server: Server
  let port = 0
  const centre = { submitted: [] as Pdu[], sessions: [] as Session[], answers: [] as (number | null)[], enquiries: 0 }
  const serve = (session: Session) => {
    session.on('error', () => undefined)
    session.on('bind_transceiver', (pdu) => {
      const known = pdu.system_id === 'house' && pdu.password === 'secret'
      session.send(pdu.response({ command_status: known ? 0 : 14 }))
      if (known) centre.sessions.push(session)
    })
    session.on('submit_sm', (pdu) => {
      const status = centre.answers.length > 0 ? centre.answers.shift()! : 0
      if (status === null) return
      if (status === 0) centre.submitted.push(pdu)
      session.send(
        pdu.response(status === 0 ? { message_id: `m${centre.submitted.length}` } : { command_status: status }),
      )
    })
    session.on('enquire_link', (pdu) => {
      centre.enquiries += 1
      session.send(pdu.response())
    })
    session.on('unbind', (pdu) => session.send(pdu.response()))
  }
  const listen = () =>
    new Promise<void>((resolve) => {
      server = smpp.createServer(serve)
      server.listen(port, '127.0.0.1', () => {
        port = (server.address() as AddressInfo).port
        resolve()
      })
    })
  const stop = async () => {
    for (const session of [...server.sessions]) session.destroy()
    await new Promise((resolve) => server.close(resolve))
  }
  const restart = async () => {
    await stop()
    await listen()
  }
  await listen()
  open.push({ stop })
  return Object.assign(centre, { url: `smpp://house:secret@127.0.0.1:${port}`, restart })
}

function channelTo({ url }: Pick<Centre, 'url'>, options: Partial<SmppOptions> = {}): Channel {
  const log = makeLog('silent')
  const channel = smppChannel({
    url,
    source: '106900001',
    signature: '云溪区',
    log,
    onReceipt: async () => true,
    ...options,
  })
  open.unshift(channel)
  return channel
}
const whenBound = (channel: Channel, send = message) =>
  vi.waitFor(() => channel.send(send), { timeout: 8_000, interval: 20 })
const textOf = ({ short_message }: Pdu) => String(short_message!.message)

test('a short text is one message in UCS-2, signed, with a receipt asked for', async () => {
  const centre = await startCentre()
  expect(await whenBound(channelTo(centre))).toEqual({ ids: ['m1'] })
  expect(centre.submitted).toHaveLength(1)
  expect(centre.submitted[0]).toMatchObject({
    source_addr: '106900001',
    destination_addr: '8613912345678',
    dest_addr_ton: 1,
    data_coding: 8,
    esm_class: 0,
    registered_delivery: 1,
  })
  expect(textOf(centre.submitted[0]!)).toBe(`【云溪区】${message.text}`)
})

test('a long text is joined by its headers, and no part breaks a character', async () => {
  const centre = await startCentre()
  expect(await whenBound(channelTo(centre), long)).toEqual({ ids: ['m1', 'm2'] })
  const headers = centre.submitted.map(({ short_message }) => [...short_message!.udh![0]!])
  expect(headers.map(([, , , total, part]) => [total, part])).toEqual([
    [2, 1],
    [2, 2],
  ])
  expect(headers[0]![2]).toBe(headers[1]![2])
  expect(centre.submitted.map(textOf).join('')).toBe(`【云溪区】${long.text}`)
  for (const pdu of centre.submitted) {
    expect(textOf(pdu).isWellFormed()).toBe(true)
    expect(pdu.esm_class! & 0x40).toBe(0x40)
  }
})

test('receipts are noted; one that nobody knows yet comes again', async () => {
  const centre = await startCentre()
  const noted: SmppReceipt[] = []
  let known = false
  const onReceipt = async (receipt: SmppReceipt) => {
    noted.push(receipt)
    return known
  }
  await whenBound(channelTo(centre, { onReceipt }))
  const text = 'id:m1 sub:001 dlvrd:001 submit date:2603021000 done date:2603021001 stat:DELIVRD err:000 text:'
  const deliver = () =>
    new Promise<Pdu>((resolve) =>
      centre.sessions[0]!.deliver_sm({ esm_class: 4, short_message: Buffer.from(text) }, resolve),
    )
  expect((await deliver()).command_status).toBe(0x64)
  known = true
  expect((await deliver()).command_status).toBe(0)
  expect(noted).toEqual(Array(2).fill({ id: 'm1', outcome: 'delivered' }))
})

test.each([
  [0x58, 'later', 'unreachable'],
  [0x0b, 'never', 'refused'],
])('status %i of the centre', async (status, outcome, reason) => {
  const centre = await startCentre()
  const channel = channelTo(centre)
  await whenBound(channel)
  centre.answers.push(status)
  await expect(channel.send(message)).rejects.toMatchObject({ outcome, reason })
})

test('a long text of which only the first part was taken is unclear', async () => {
  const centre = await startCentre()
  const channel = channelTo(centre)
  await whenBound(channel)
  centre.answers.push(0, 0x58)
  await expect(channel.send(long)).rejects.toMatchObject({ outcome: 'unclear' })
})

test('a line that breaks before the answer makes the message unclear, and the next one goes over a new line', async () => {
  const centre = await startCentre()
  const channel = channelTo(centre)
  await whenBound(channel)
  centre.answers.push(null)
  const sending = expect(channel.send(message)).rejects.toMatchObject({ outcome: 'unclear' })
  setTimeout(() => centre.restart(), 50)
  await sending
  await expect(channel.send(message)).rejects.toMatchObject({ outcome: 'later', reason: 'unreachable' })
  await whenBound(channel)
  expect(centre.sessions).toHaveLength(2)
})

test('the line is asked whether it stands', async () => {
  const centre = await startCentre()
  await whenBound(channelTo(centre, { enquireEvery: 30 }))
  await vi.waitFor(() => expect(centre.enquiries).toBeGreaterThan(2))
})

test('a refused log-in sends nothing', async () => {
  const centre = await startCentre()
  const channel = channelTo({ url: centre.url.replace('secret', 'wrong') })
  await new Promise((resolve) => setTimeout(resolve, 200))
  await expect(channel.send(message)).rejects.toMatchObject({ outcome: 'later' })
  expect(centre.sessions).toEqual([])
})

test.each([
  [
    { esm_class: 4, receipted_message_id: 'abc\0', message_state: 2 },
    { id: 'abc', outcome: 'delivered' },
  ],
  [
    { esm_class: 4, receipted_message_id: 'abc', message_state: 5 },
    { id: 'abc', outcome: 'failed' },
  ],
  [
    { esm_class: 4, short_message: { message: 'id:77 stat:REJECTD err:001' } },
    { id: '77', outcome: 'failed' },
  ],
  [{ esm_class: 4, short_message: { message: 'id:77 stat:ENROUTE err:000' } }, null],
  [{ esm_class: 0, short_message: { message: 'id:77 stat:DELIVRD' } }, null],
])('of %j we read %j', (pdu, expected) => {
  expect(readReceipt(pdu as unknown as Pdu)).toEqual(expected)
})
