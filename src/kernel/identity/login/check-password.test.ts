import { expect, test } from 'vitest'
import { checkPassword } from './check-password.ts'

const rules = { length: 8, classes: 3, days: 90 }
const check = (password: string) => () => checkPassword(password, 'lin.xiaoman', rules)

test.each(['Qiao-dong-1', 'abcDEF12', 'abc-def-1', '密码密码Ab1密'])('%s is long and mixed enough', (password) => {
  expect(check(password)).not.toThrow()
})

test.each([
  ['Ab-1', 'too short'],
  ['😀😀Ab1', 'too short, however many bytes it has'],
  ['abcdefgh1', 'of two kinds'],
  ['ABCDEFGHIJ', 'of one kind'],
  ['X-Lin.Xiaoman-1', 'the user name in other letters'],
])('%s is refused: %s', (password) => {
  expect(check(password)).toThrow('identity.weak-password')
})
