import { expect, test } from 'vitest'
import {
  anotherCase,
  emptyDraft,
  type Guess,
  type IntakeDraft,
  intakeBody,
  isBlank,
  openGuess,
  problemsIn,
} from './intake-draft.ts'

const draftWith = (
  asked: Partial<IntakeDraft['asked']>,
  contact: Partial<IntakeDraft['contact']> = {},
): IntakeDraft => {
  const empty = emptyDraft()
  return { ...empty, asked: { ...empty.asked, ...asked }, contact: { ...empty.contact, ...contact } }
}
const guess: Guess = {
  title: '3号楼楼道灯不亮',
  kind: 'help',
  subject: '111',
  place: { id: 5, text: '向阳花园3号楼' },
  urgency: 1,
}

test('only what was said is filed', () => {
  expect(intakeBody(draftWith({ text: ' 灯坏了 ', kind: 'help' }))).toEqual({
    kind: 'help',
    urgency: 0,
    channel: 'phone',
    text: '灯坏了',
  })
})

test('a person of the register is named by id, a new one by what they said of themselves', () => {
  const contact = { phone: '138 0000 0000', name: '张', person: 7 }
  expect(intakeBody(draftWith({ text: '灯坏了' }, contact))).toMatchObject({ requesterId: 7 })
  expect(intakeBody(draftWith({ text: '灯坏了' }, contact))).not.toHaveProperty('requester')
  expect(intakeBody(draftWith({ text: '灯坏了' }, { ...contact, person: null })).requester).toEqual({
    name: '张',
    phone: '138 0000 0000',
  })
})

test('a caller who says nothing of themselves stays unknown', () => {
  const body = intakeBody(draftWith({ text: '灯坏了' }, { person: null }))
  expect(body).not.toHaveProperty('requester')
  expect(body).not.toHaveProperty('requesterId')
})

test('a place that is in no register goes as it was said', () => {
  expect(intakeBody(draftWith({ text: '灯坏了', place: { text: ' 老粮店旁边 ' } })).place).toEqual({
    text: '老粮店旁边',
  })
})

test('one key takes over every guess of a field that is still open', () => {
  expect(openGuess(draftWith({ text: '…' }).asked, guess)).toEqual({
    kind: 'help',
    subject: '111',
    place: { id: 5, text: '向阳花园3号楼' },
    urgency: 1,
    title: '3号楼楼道灯不亮',
  })
})

test('a guess never touches what the agent has chosen', () => {
  const asked = draftWith({ kind: 'complaint', urgency: 0, place: { text: '东门' }, title: '灯' }).asked
  expect(openGuess(asked, guess)).toEqual({ subject: '111' })
})

test('another case of the same contact keeps who is on the line, and nothing else that was sent', () => {
  const first = { ...draftWith({ text: '灯坏了', kind: 'help' }, { phone: '13800000000', person: 7 }), isFiled: true }
  const next = anotherCase(first)
  expect(next.contact).toEqual(first.contact)
  expect(next.asked.text).toBe('')
  expect(next.isFiled).toBe(false)
  expect(next.sending.key).not.toBe(first.sending.key)
})

test('text and kind are needed, and a choice where several people share the telephone', () => {
  expect(problemsIn(emptyDraft(), 0)).toEqual(['text', 'kind'])
  const draft = draftWith({ text: '灯坏了', kind: 'help' })
  expect(problemsIn(draft, 1)).toEqual([])
  expect(problemsIn(draft, 2)).toEqual(['person'])
  expect(problemsIn(draftWith({ text: '灯坏了', kind: 'help' }, { person: null }), 2)).toEqual([])
})

test('an untouched or filed form is blank: nobody is asked to go on with it', () => {
  expect(isBlank(emptyDraft())).toBe(true)
  expect(isBlank(draftWith({ text: '灯' }))).toBe(false)
  expect(isBlank({ ...draftWith({ text: '灯' }), isFiled: true })).toBe(true)
})
