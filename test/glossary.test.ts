import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { roles } from '#kernel/identity'
import { requestType } from '#module/hotline'

const glossary = readFileSync('GLOSSARY.md', 'utf8')

test.each([...Object.keys(requestType.verbs), ...roles])('GLOSSARY has a row with %s', (word) => {
  expect(glossary).toMatch(new RegExp(`^\\|.*\`${word}\`.*\\|$`, 'm'))
})

test.each(Object.values(requestType.kinds))('GLOSSARY pairs $zh with $en', ({ zh, en }) => {
  const row = glossary.split('\n').find((line) => line.includes(zh))
  expect(row).toContain(en?.toLowerCase())
})
