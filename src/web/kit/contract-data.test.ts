import { expect, test } from 'vitest'
import * as hotline from '#contract/hotline'
import * as cases from '#kernel-contract/cases'
import { dataOf, moduleOf } from './contract-data.ts'

test('a route keeps its address and its demands', () => {
  expect(dataOf(hotline.openRequest)).toEqual({ method: 'POST', path: '/api/v1/requests', creates: true })
  expect(dataOf(cases.readCase)).toEqual({ method: 'GET', path: '/api/v1/cases/:id' })
})

test('labels and lists stay, schemas go', () => {
  const code = moduleOf(hotline)
  expect(code).toContain('export const kindLabels = {"help":{"zh":"求助"')
  expect(code).not.toMatch(/export const (?:Intake|RequestKind) /)
})

test('every route of a contract reaches the browser', () => {
  const routes = Object.entries({ ...cases, ...hotline }).filter(([, value]) => 'path' in (value as object))
  const code = moduleOf(cases) + moduleOf(hotline)
  expect(routes.length).toBeGreaterThan(8)
  for (const [name] of routes) expect(code).toContain(`export const ${name} = `)
})

test('nothing of the schema library is carried along', () => {
  expect(moduleOf({ ...cases, ...hotline }).length).toBeLessThan(6_000)
})
