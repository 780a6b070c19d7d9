import { expect, test } from 'vitest'
import { welcome } from './welcome.ts'

test('the welcome gives the addresses, and the people of the fictional district in columns', () => {
  const text = welcome('http://localhost:9677', [
    { name: '林晓', role: '坐席', login: 'linxiao', password: 'demo-1' },
    { name: '周海', role: '社区工作者', login: 'zhouhai', password: 'demo-2' },
  ])
  expect(text).toContain('http://localhost:9677/desk/')
  const people = text.split('\n').filter((line) => line.includes('demo-'))
  expect(people).toEqual(['  坐席         林晓   linxiao   demo-1', '  社区工作者   周海   zhouhai   demo-2'])
})

test('without a fictional district nobody is offered to log in as', () => {
  expect(welcome('https://lianxin.example', [])).not.toContain('Log in as')
})
