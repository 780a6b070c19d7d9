import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { requireImportFile, requireOtherFile, sourceOf } from './import-file.ts'
import { type Line, readLines } from './import-lines.ts'

const directory = mkdtempSync(path.join(tmpdir(), 'lianxin-lines-'))
afterAll(() => rmSync(directory, { recursive: true, force: true }))
const fileOf = (content: string | Buffer, name = 'some.jsonl') => {
  const file = path.join(directory, name)
  writeFileSync(file, content)
  return file
}
const linesOf = async (content: string | Buffer) => {
  const lines: Line[] = []
  for await (const line of readLines(fileOf(content))) lines.push(line)
  return lines
}

test('lines are counted from 1, empty ones left out, and the last one needs no end', async () => {
  expect(await linesOf('\uFEFFa\r\n\n  \nb\n路灯')).toEqual([
    { line: 1, text: 'a' },
    { line: 4, text: 'b' },
    { line: 5, text: '路灯' },
  ])
})

test('a character that falls between two chunks of the file stays whole', async () => {
  const text = `${'灯'.repeat(60_000)}!`
  expect(await linesOf(text)).toEqual([{ line: 1, text }])
})

test('a line that is too long or not UTF-8 is refused alone', async () => {
  const content = Buffer.concat([
    Buffer.from(`${'x'.repeat(3_000_000)}\nb\n`),
    Buffer.from([0xff, 0xfe, 10]),
    Buffer.from('c'),
  ])
  expect(await linesOf(content)).toEqual([
    { line: 1, refused: 'line-too-long' },
    { line: 2, text: 'b' },
    { line: 3, refused: 'not-utf8' },
    { line: 4, text: 'c' },
  ])
})

test('what is no file to import is named in one sentence', () => {
  const empty = fileOf('', 'empty.jsonl')
  expect(() => requireImportFile(undefined)).toThrow(/^Say which file: /)
  expect(() => requireImportFile(path.join(directory, 'none'))).toThrow(/^There is no file /)
  expect(() => requireImportFile(directory)).toThrow(/ is a directory: /)
  expect(() => requireImportFile(empty)).toThrow(/ is empty: /)
  expect(() => requireImportFile('/dev/null')).toThrow(/ is no ordinary file\.$/)
})

test('refused rows never overwrite the file that they come from', () => {
  const file = fileOf('{}', 'hot.jsonl')
  expect(requireImportFile(file)).toBe(file)
  expect(sourceOf(file)).toBe('hot')
  expect(() => requireOtherFile(path.join(directory, '.', 'hot.jsonl'), file)).toThrow(/ is the file to import: /)
  expect(requireOtherFile(path.join(directory, 'refused.jsonl'), file)).toBe(path.join(directory, 'refused.jsonl'))
})
