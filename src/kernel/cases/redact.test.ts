import fc from 'fast-check'
import { expect, test } from 'vitest'
import { redact } from './redact.ts'

test('names, phones, identity numbers, plates and addresses below the community are struck out', () => {
  const told =
    '我叫张晓梅，住向阳社区3号楼2单元501，电话138-0013-8000，身份证11010519491231002X，邻居王大爷的车京A12345挡路。'
  const published = redact(told)
  for (const secret of ['张晓梅', '3号楼', '501', '138', '8000', '110105', '京A12345', '王大'])
    expect(published).not.toContain(secret)
  expect(published).toContain('向阳社区')
  expect(published).toContain('挡路')
})

test('names that the case knows are struck out wherever they stand', () => {
  expect(redact('找欧阳思远没有用，思远物业也不管', ['欧阳思远'])).not.toContain('欧阳思远')
})

test('plain words stay as they are', () => {
  const plain = '路灯坏了三天，希望尽快修好。'
  expect(redact(plain)).toBe(plain)
})

test('no mobile phone survives, wherever and however it is written', () => {
  const phone = fc.tuple(fc.stringMatching(/^1[3-9]\d{9}$/), fc.constantFrom('', '-', ' '))
  fc.assert(
    fc.property(
      fc.stringMatching(/^[路灯坏了，。]{0,6}$/),
      phone,
      fc.stringMatching(/^[路灯坏了，。]{0,6}$/),
      (before, [number, gap], after) => {
        const written = [number.slice(0, 3), number.slice(3, 7), number.slice(7)].join(gap)
        expect(redact(before + written + after)).not.toMatch(/\d{4}/)
      },
    ),
  )
})
