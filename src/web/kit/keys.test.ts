import { expect, test } from 'vitest'
import { type Binding, isTyping, KeyMap, keysOf } from './keys.ts'

const pressed = (over: Partial<KeyboardEvent>) =>
  ({
    key: '',
    code: '',
    ctrlKey: false,
    metaKey: false,
    altKey: false,
    shiftKey: false,
    isComposing: false,
    ...over,
  }) as KeyboardEvent

test('a pressed key has one name on every keyboard', () => {
  expect(keysOf(pressed({ key: 'j', code: 'KeyJ' }))).toBe('j')
  expect(keysOf(pressed({ key: 'K', code: 'KeyK', ctrlKey: true }))).toBe('ctrl+k')
  expect(keysOf(pressed({ key: 'k', code: 'KeyK', metaKey: true }))).toBe('ctrl+k')
  expect(keysOf(pressed({ key: '˜', code: 'KeyN', altKey: true }))).toBe('alt+n')
  expect(keysOf(pressed({ key: '?', code: 'Slash', shiftKey: true }))).toBe('?')
  expect(keysOf(pressed({ key: 'Enter', code: 'Enter', shiftKey: true }))).toBe('shift+Enter')
})

test('a letter swallowed by a Chinese input method is still known by its place', () => {
  expect(keysOf(pressed({ key: 'Process', code: 'KeyJ' }))).toBe('j')
})

function stage() {
  const log: string[] = []
  const map = new KeyMap()
  const binding = (keys: string, says: string): Binding => ({ keys, label: says, run: () => log.push(says) })
  const press = (over: Partial<KeyboardEvent>, target: object = {}) =>
    map.press({
      ...pressed(over),
      target,
      defaultPrevented: false,
      preventDefault: () => {},
    } as unknown as KeyboardEvent)
  return { log, map, binding, press }
}

test('the newest layer answers first, and the one below when it is gone', () => {
  const { log, map, binding, press } = stage()
  map.add([binding('j', 'list'), binding('x', 'list x')])
  const remove = map.add([binding('j', 'case')])
  press({ key: 'j' })
  press({ key: 'x' })
  remove()
  press({ key: 'j' })
  expect(log).toEqual(['case', 'list x', 'list'])
})

test('an open dialog silences the page below', () => {
  const { log, map, binding, press } = stage()
  map.add([binding('j', 'list')])
  map.add([binding('Escape', 'close')], true)
  expect(press({ key: 'j' })).toBe(false)
  expect(press({ key: 'Escape' })).toBe(true)
  expect(log).toEqual(['close'])
  expect(map.active().map(({ keys }) => keys)).toEqual(['Escape'])
})

test('letters typed into a field are words; keys with Ctrl or Alt still answer', () => {
  const { log, map, binding, press } = stage()
  map.add([binding('d', 'dispatch'), binding('alt+n', 'another')])
  const field = { tagName: 'TEXTAREA' }
  press({ key: 'd', code: 'KeyD' }, field)
  press({ key: 'n', code: 'KeyN', altKey: true }, field)
  expect(log).toEqual(['another'])
})

test('nothing answers while an input method composes', () => {
  const { log, map, binding, press } = stage()
  map.add([binding('j', 'list')])
  press({ key: 'j', isComposing: true })
  expect(log).toEqual([])
})

test('typing is typing in text fields only', () => {
  expect(isTyping({ tagName: 'INPUT', type: 'search' })).toBe(true)
  expect(isTyping({ tagName: 'INPUT', type: 'radio' })).toBe(false)
  expect(isTyping({ tagName: 'BUTTON' })).toBe(false)
  expect(isTyping(null)).toBe(false)
})
