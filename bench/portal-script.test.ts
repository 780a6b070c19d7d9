import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { portalScript } from './portal-script.ts'

test('all scripts below the folder count compressed, styles do not; a portal that is not built is not within its limit', () => {
  const directory = mkdtempSync(path.join(tmpdir(), 'portal-'))
  onTestFinished(() => rmSync(directory, { recursive: true }))
  expect(portalScript(path.join(directory, 'missing'))).toMatchObject({ files: 0, ok: false })
  mkdirSync(path.join(directory, 'assets'))
  writeFileSync(path.join(directory, 'a.js'), 'x'.repeat(200_000))
  writeFileSync(path.join(directory, 'assets/b.js'), 'y')
  writeFileSync(path.join(directory, 'assets/c.css'), 'z'.repeat(500))
  const measured = portalScript(directory)
  expect(measured).toMatchObject({ files: 2, raw: 200_001, ok: true })
  expect(measured.gzip).toBeLessThan(1000)
})
