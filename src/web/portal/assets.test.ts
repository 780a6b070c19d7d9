import { expect, test } from 'vitest'
import { assetsOf } from './assets.ts'

test('entries give their script and styles below /portal/; shared chunks are left to them', () => {
  const manifest = {
    'enhance/index.ts': { file: 'assets/portal-1.js', css: ['assets/portal-2.css'], isEntry: true },
    '_shared.js': { file: 'assets/shared-3.js' },
  }
  expect(assetsOf(manifest)).toEqual({
    styles: ['/portal/assets/portal-2.css'],
    modules: ['/portal/assets/portal-1.js'],
  })
})
