import { expect, test } from 'vitest'
import type { VerbView, Written } from '#kernel-contract/cases'
import { Failure } from '#kit'
import { type PhoneShelf, passingShelf } from '../saved/phone-shelf.ts'
import { type Command, commandOf, declarationOf, verdictOn } from './command.ts'
import { type Carrier, Outbox } from './outbox.ts'

const owner = 2
const reply: VerbView = {
  verb: 'reply',
  resource: 'replies',
  label: { zh: '答复诉求人', en: 'Reply' },
  tone: 'main',
  needs: { properties: { text: { type: 'string' } } },
  units: [],
}
const view = { id: 103, number: '0000001033', title: '楼道灯坏了', version: 3 }
let clock = 1
const given = (changes: Partial<Command> = {}): Command => ({
  ...commandOf({ owner, view, verb: reply, body: { text: '修好了' }, at: clock++ }),
  ...changes,
})
const offline = () => new Failure('unreachable', 0, '连不上')

/** A line that does what the test says, and notes what passed over it. */
function line(act: (command: Command) => Written | Error = accept) {
  const posted: { id: string; seen: number; body: unknown }[] = []
  const uploaded: string[] = []
  const carrier: Carrier = {
    async post(command, body) {
      posted.push({ id: command.id, seen: command.seen, body })
      const answer = act(command)
      if (answer instanceof Error) throw answer
      return answer
    },
    async upload(photo) {
      uploaded.push(photo.name)
      return 100 + uploaded.length
    },
  }
  return { carrier, posted, uploaded }
}

const accept = ({ caseId, number, seen }: Command): Written => ({ id: caseId, number, version: seen + 1, state: 'x' })

async function outboxOn(carrier: Carrier, shelf: PhoneShelf<Command> = passingShelf()) {
  const outbox = new Outbox({ shelf, carrier })
  await outbox.open(owner)
  return outbox
}

test('a command is on the phone before it is sent, and gone once the server has it', async () => {
  const shelf = passingShelf<Command>()
  const seenOnShelf: number[] = []
  const { carrier, posted } = line((command) => accept(command))
  const watching: Carrier = {
    ...carrier,
    post: async (command, body) => {
      seenOnShelf.push((await shelf.all()).length)
      return await carrier.post(command, body)
    },
  }
  const outbox = await outboxOn(watching, shelf)
  await outbox.give(given())
  await outbox.flush()
  expect(seenOnShelf).toEqual([1])
  expect(posted).toHaveLength(1)
  expect(await shelf.all()).toEqual([])
  expect(outbox.commands).toEqual([])
})

test('without a network it waits, survives a restart, and goes later under the same key', async () => {
  const shelf = passingShelf<Command>()
  const outbox = await outboxOn(line(offline).carrier, shelf)
  const command = given()
  await outbox.give(command)
  await outbox.flush()
  expect(outbox.commands).toMatchObject([{ id: command.id, state: 'waiting' }])

  const { carrier, posted } = line()
  const restarted = await outboxOn(carrier, shelf)
  await restarted.flush()
  expect(posted).toMatchObject([{ id: command.id, seen: 3 }])
  expect(restarted.commands).toEqual([])
})

test.each([
  [412, 'changed'],
  [403, 'refused'],
  [422, 'refused'],
] as const)(
  'an answer of %i holds the command with the sentence and never sends it again by itself',
  async (status, why) => {
    const { carrier, posted } = line(() => new Failure('x', status, '请看过最新情况'))
    const outbox = await outboxOn(carrier)
    await outbox.give(given())
    await outbox.flush()
    await outbox.flush()
    expect(posted).toHaveLength(1)
    expect(outbox.commands).toMatchObject([{ state: 'held', held: { why, sentence: '请看过最新情况' } }])
  },
)

test('a held command goes on with the version that its person has seen, under its first key', async () => {
  const { carrier, posted } = line((command) => (command.seen < 7 ? new Failure('x', 412, '变了') : accept(command)))
  const outbox = await outboxOn(carrier)
  const command = given()
  await outbox.give(command)
  await outbox.flush()
  await outbox.release(command.id, 7)
  await outbox.flush()
  expect(posted.map(({ id, seen }) => [id, seen])).toEqual([
    [command.id, 3],
    [command.id, 7],
  ])
  expect(outbox.commands).toEqual([])
})

test.each([
  ['sent', () => accept(given())],
  ['waiting', offline],
  ['held', () => new Failure('x', 422, '不行')],
] as const)('the page hears after the first try that its command is %s', async (is, answer) => {
  const outbox = await outboxOn(line(answer).carrier)
  const { tried } = await outbox.give(given())
  expect(await tried).toMatchObject({ is })
})

test('two commands on one case keep their order, the second builds on the first', async () => {
  const { carrier, posted } = line()
  const shelf = passingShelf<Command>()
  const away = await outboxOn(line(offline).carrier, shelf)
  const [first, second] = [given({ verb: 'acknowledge' }), given()]
  await away.give(first)
  await away.give(second)
  await away.flush()
  const outbox = await outboxOn(carrier, shelf)
  await outbox.flush()
  expect(posted.map(({ id, seen }) => [id, seen])).toEqual([
    [first.id, 3],
    [second.id, 4],
  ])
})

test('a held command keeps back what was given after it for the same case, not other cases', async () => {
  const { carrier, posted } = line((command) =>
    command.verb === 'bad' ? new Failure('x', 422, '不行') : accept(command),
  )
  const outbox = await outboxOn(carrier)
  await outbox.give(given({ verb: 'bad' }))
  await outbox.give(given())
  const other = given({ caseId: 9 })
  await outbox.give(other)
  await outbox.flush()
  expect(posted.at(-1)?.id).toBe(other.id)
  expect(outbox.commands.map(({ verb, state }) => [verb, state])).toEqual([
    ['bad', 'held'],
    ['reply', 'waiting'],
  ])
})

test('nobody sends what another person has left on the phone', async () => {
  const shelf = passingShelf<Command>()
  await (await outboxOn(line(offline).carrier, shelf)).give(given())
  const { carrier, posted } = line()
  const colleague = new Outbox({ shelf, carrier })
  await colleague.open(owner + 1)
  await colleague.flush()
  expect(posted).toEqual([])
  expect(await shelf.all()).toHaveLength(1)
})

test('an ended log-in is told and the command waits', async () => {
  let told = 0
  const { carrier } = line(() => new Failure('not-logged-in', 401, '请先登录'))
  const outbox = new Outbox({ shelf: passingShelf(), carrier, onLogIn: () => told++ })
  await outbox.open(owner)
  await outbox.give(given())
  await outbox.flush()
  expect(told).toBeGreaterThan(0)
  expect(outbox.commands).toMatchObject([{ state: 'waiting' }])
})

test('photos go first, and one that has arrived is not sent again', async () => {
  const photo = (name: string) => ({ key: `key-${name}`, name, content: new Blob(['x']) })
  const command = given({ photos: { files: [photo('a'), photo('b')] } })
  const { carrier, posted, uploaded } = line()
  let cut = true
  const flaky: Carrier = {
    ...carrier,
    upload: async (sent) => {
      if (sent.name === 'b' && cut) throw offline()
      return await carrier.upload(sent)
    },
  }
  const outbox = await outboxOn(flaky)
  await outbox.give(command)
  await outbox.flush()
  expect(posted).toEqual([])
  cut = false
  await outbox.flush()
  expect(uploaded).toEqual(['a', 'b'])
  expect(posted).toMatchObject([{ body: { text: '修好了', files: [101, 102] } }])
})

test('what is given while another is being sent goes out too', async () => {
  const { carrier, posted } = line()
  const outbox = await outboxOn(carrier)
  await Promise.all([outbox.give(given({ caseId: 1 })), outbox.give(given({ caseId: 2 })), outbox.flush()])
  await outbox.flush()
  expect(posted).toHaveLength(2)
})

test('a bug is not mistaken for the network', () => {
  expect(() => verdictOn(new TypeError('x'))).toThrow(TypeError)
  expect(verdictOn(new Failure('unavailable', 503, 'x'))).toBe('later')
  expect(verdictOn(new Failure('too-many', 429, 'x'))).toBe('later')
})

test('a verb that asks something else has another declaration', () => {
  expect(declarationOf(reply)).toBe(given().declaration)
  expect(declarationOf({ needs: { properties: {} } })).not.toBe(given().declaration)
})
