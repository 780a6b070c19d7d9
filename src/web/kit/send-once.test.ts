import { expect, test } from 'vitest'
import { Failure } from './failure.ts'
import { newSending, type Sending, sendOnce } from './send-once.ts'

interface Body {
  readonly text: string
}

// As the server does it: a key with the same body answers the same, with another body it is refused.
function server() {
  const filed = new Map<string, { body: string; number: number }>()
  const post = async (body: Body, key: string) => {
    const known = filed.get(key)
    if (known && known.body !== JSON.stringify(body)) throw new Failure('key-reused', 422, '请刷新')
    const number = known?.number ?? filed.size + 1
    filed.set(key, { body: JSON.stringify(body), number })
    return number
  }
  return { filed, post }
}

const lost = () => Promise.reject(new Failure('unreachable', 0, '连不上'))

function form(begun: Sending = newSending()) {
  let sending = begun
  const send = (text: string, post: (body: Body, key: string) => Promise<number>) =>
    sendOnce(sending, { body: { text }, post, note: (next) => (sending = next) })
  return { send, sending: () => sending }
}

test('a form that arrives is filed once and says so', async () => {
  const { filed, post } = server()
  expect(await form().send('灯坏了', post)).toEqual({ answer: 1, earlier: false })
  expect(filed.size).toBe(1)
})

test('trying again after a lost answer gives the same case', async () => {
  const { filed, post } = server()
  const { send } = form()
  const arrivedButLost = async (body: Body, key: string) => post(body, key).then(lost)
  await expect(send('灯坏了', arrivedButLost)).rejects.toMatchObject({ id: 'unreachable' })
  expect(await send('灯坏了', post)).toEqual({ answer: 1, earlier: false })
  expect(filed.size).toBe(1)
})

test('words changed after a lost answer do not make a second case', async () => {
  const { filed, post } = server()
  const { send } = form()
  await expect(send('灯坏了', (body, key) => post(body, key).then(lost))).rejects.toThrow()
  await expect(send('灯坏了三天', lost)).rejects.toThrow()
  expect(await send('灯坏了四天', post)).toEqual({ answer: 1, earlier: true })
  expect(filed.size).toBe(1)
})

test('words changed after a try that never arrived are the ones filed', async () => {
  const { filed, post } = server()
  const { send } = form()
  await expect(send('灯坏了', lost)).rejects.toThrow()
  expect(await send('灯坏了三天', post)).toEqual({ answer: 1, earlier: false })
  expect([...filed.values()][0]?.body).toBe('{"text":"灯坏了三天"}')
})

test('the doubt survives a reload: it is noted before anything leaves', async () => {
  const { post } = server()
  const before = form()
  await expect(before.send('灯坏了', (body, key) => post(body, key).then(lost))).rejects.toThrow()
  const afterReload = form(JSON.parse(JSON.stringify(before.sending())))
  expect(await afterReload.send('灯全坏了', post)).toEqual({ answer: 1, earlier: true })
})

test('a refusal leaves no doubt behind', async () => {
  const { send, sending } = form()
  const refused = () => Promise.reject(new Failure('invalid-input', 400, '请改正'))
  await expect(send('灯', refused)).rejects.toMatchObject({ id: 'invalid-input' })
  expect(sending().unsure).toEqual([])
})
