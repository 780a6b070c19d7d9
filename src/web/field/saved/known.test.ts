import { expect, test } from 'vitest'
import { Failure } from '#kit'
import { Memory } from './known.ts'
import { passingShelf } from './phone-shelf.ts'

const unreachable = () => Promise.reject(new Failure('unreachable', 0, '连不上'))
const day = 24 * 3600 * 1000

test('the last answer stands in while there is no network, and says from when it is', async () => {
  let now = 1000
  const memory = new Memory(passingShelf(), () => now)
  expect(await memory.read('tasks', async () => [1])).toEqual({ value: [1], at: 1000, fromPhone: false })
  now = 5000
  expect(await memory.read('tasks', unreachable)).toEqual({ value: [1], at: 1000, fromPhone: true })
})

test('a refusal is an answer: nothing old covers it', async () => {
  const memory = new Memory(passingShelf())
  await memory.read('case', async () => 'clear')
  const refused = memory.read('case', () => Promise.reject(new Failure('not-allowed', 403, '不能看')))
  await expect(refused).rejects.toMatchObject({ status: 403 })
})

test('what was never read, or read long ago, is not made up', async () => {
  let now = 0
  const memory = new Memory(passingShelf(), () => now)
  await expect(memory.read('case', unreachable)).rejects.toMatchObject({ id: 'unreachable' })
  await memory.read('case', async () => 1)
  now = 8 * day
  await expect(memory.read('case', unreachable)).rejects.toMatchObject({ id: 'unreachable' })
})

test('logging out leaves nothing to read', async () => {
  const memory = new Memory(passingShelf())
  await memory.read('case', async () => 1)
  await memory.forget()
  await expect(memory.read('case', unreachable)).rejects.toMatchObject({ id: 'unreachable' })
})
