import { randomBytes } from 'node:crypto'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { randomCode, randomDigits, registerAlgorithm, SealBroken, Vault, type VaultKeys } from './crypto.ts'
import { sm4 } from './crypto-sm4.ts'

const secret = () => randomBytes(32).toString('base64')
const keys: VaultKeys = { keys: { first: secret() }, currentKey: 'first', lookupKey: secret() }
const vault = new Vault(keys)
const later: VaultKeys = { ...keys, keys: { ...keys.keys, second: secret() }, currentKey: 'second' }
const everyAlgorithm = ['aes-256-gcm', sm4.name]

test.each(everyAlgorithm)(
  '%s: whatever is sealed opens to the same bytes, and never looks the same twice',
  (algorithm) => {
    const own = new Vault({ ...keys, algorithm })
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 300 }), (bytes) => {
        const plain = Buffer.from(bytes)
        const sealed = own.seal(plain)
        expect(own.open(sealed).equals(plain)).toBe(true)
        expect(own.seal(plain).equals(sealed)).toBe(false)
      }),
    )
  },
)

test('a text of any language opens to itself', () => {
  fc.assert(fc.property(fc.string({ unit: 'grapheme' }), (text) => vault.openText(vault.seal(text)) === text))
})

test.each(everyAlgorithm)('%s: one changed bit anywhere is noticed', (algorithm) => {
  const own = new Vault({ ...keys, algorithm })
  const sealed = own.seal('11010519491231002X')
  for (let at = 0; at < sealed.length; at++) {
    const changed = Buffer.from(sealed)
    changed[at]! ^= 1 << (at % 8)
    expect(() => own.open(changed)).toThrow(SealBroken)
  }
  expect(() => own.open(sealed.subarray(0, sealed.length - 1))).toThrow(SealBroken)
})

test('a value sealed by a key that the vault lacks does not open, and what is no envelope is told', () => {
  expect(() => vault.open(new Vault(later).seal('x'))).toThrow(SealBroken)
  expect(() => vault.open(Buffer.from('plain text'))).toThrow(SealBroken)
  expect(() => vault.open(Buffer.alloc(0))).toThrow(SealBroken)
})

test('after a change of key old values still open, are sealed anew once, and then need nothing', () => {
  const rotated = new Vault(later)
  const old = vault.seal('13812341234')
  expect(rotated.openText(old)).toBe('13812341234')
  const renewed = rotated.rekey(old)!
  expect(rotated.openText(renewed)).toBe('13812341234')
  expect(rotated.rekey(renewed)).toBeNull()
  expect(new Vault({ ...later, keys: { second: later.keys.second! } }).openText(renewed)).toBe('13812341234')
})

test('the algorithm changes like a key does: SM4 takes over row by row', () => {
  const national = new Vault({ ...keys, algorithm: sm4.name })
  const old = vault.seal('残疾证号')
  expect(national.openText(old)).toBe('残疾证号')
  expect(national.openText(national.rekey(old)!)).toBe('残疾证号')
  expect(() => registerAlgorithm({ ...sm4, name: 'another' })).toThrow(/taken/)
})

test('look-ups are the same for one value however it is typed, and differ between values and look-up keys', () => {
  expect(vault.lookup(' １３８ 1234\u30001234 ')).toBe(vault.lookup('13812341234'))
  expect(vault.lookup('11010519491231002x')).toBe(vault.lookup('11010519491231002X'))
  expect(vault.lookup('13812341234')).not.toBe(vault.lookup('13812341235'))
  expect(new Vault({ ...keys, lookupKey: secret() }).lookup('1')).not.toBe(vault.lookup('1'))
  expect(new Vault(later).lookup('1')).toBe(vault.lookup('1'))
})

test('a vault with wrong keys is not made', () => {
  expect(() => new Vault({ ...keys, currentKey: 'none' })).toThrow(/none/)
  expect(() => new Vault({ ...keys, keys: { first: 'c2hvcnQ=' } })).toThrow(/32 bytes/)
  expect(() => new Vault({ ...keys, lookupKey: keys.keys.first! })).toThrow(/look-up/)
  expect(() => new Vault({ ...keys, algorithm: 'rot13' })).toThrow(/rot13/)
  expect(() => new Vault({ ...keys, keys: { 'a b': secret() }, currentKey: 'a b' })).toThrow(/key id/)
})

test('codes have the asked length, the plain letters, and do not repeat', () => {
  const codes = Array.from({ length: 500 }, () => randomCode())
  expect(new Set(codes).size).toBe(500)
  for (const code of codes) expect(code).toMatch(/^[2-9A-HJKMNP-TV-Z]{10}$/)
  expect(randomDigits()).toMatch(/^\d{6}$/)
})
