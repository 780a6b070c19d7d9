import { expect, test } from 'vitest'
import { address } from './address.ts'

test('parameters fill the path and are escaped', () => {
  expect(address('/api/v1/cases/:id/notes', { id: 'a/b' })).toBe('/api/v1/cases/a%2Fb/notes')
})

test('a missing parameter is a programming error, not a wrong address', () => {
  expect(() => address('/api/v1/cases/:id', {})).toThrow('needs id')
})

test('the query leaves out what is absent or empty and repeats lists', () => {
  const query = { queue: 'units', subject: undefined, unit: null, q: '', urgency: 0, waiting: false, kind: ['a', 'b'] }
  expect(address('/tasks', {}, query)).toBe('/tasks?queue=units&urgency=0&waiting=false&kind=a&kind=b')
})
