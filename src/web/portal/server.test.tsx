import { describe, expect, test } from 'vitest'
import { context, figures, hostile, row, samples, view } from './samples.ts'
import { render } from './server.tsx'

const matches = (html: string, pattern: RegExp) => [...html.matchAll(pattern)]
const named = samples.map((page) => [page.page, page] as const)
const bodyOf = (html: string) => html.slice(html.indexOf('<body'))

describe.each(named)('the page %s', (_, page) => {
  const html = render(page, context)

  test('is one document in its language with one main part and one first heading', () => {
    expect(html).toMatch(/^<!doctype html>\n<html lang="zh-CN">/)
    expect(matches(html, /<main /g)).toHaveLength(1)
    expect(matches(html, /<h1/g)).toHaveLength(1)
    expect(html).toMatch(/<title>[^<]+<\/title>/)
  })

  test('shows the phone numbers', () => {
    expect(html).toContain('href="tel:96777"')
    expect(html).toContain('href="tel:12345"')
  })

  test('holds nothing that a strict content policy refuses, whoever wrote it', () => {
    expect(matches(html, /<script(?! type="module" src="\/portal\/)/g)).toHaveLength(0)
    expect(html).not.toMatch(/<style|\sstyle=|<[^>]*\son\w+="|<img(?! src="\/mine\/files\/)|javascript:/)
    expect(html).not.toContain(hostile)
  })

  test('labels every field, and every id stands once', () => {
    const fields = matches(html, /<(?:input(?! type="hidden")|textarea|select)\b[^>]*\bid="([^"]+)"/g)
    const all = matches(html, /<(?:input(?! type="hidden")|textarea|select)\b/g)
    expect(fields).toHaveLength(all.length)
    for (const [, id] of fields) expect(html).toContain(`<label for="${id}"`)
    const ids = matches(html, /\sid="([^"]+)"/g).map(([, id]) => id)
    expect(new Set(ids).size).toBe(ids.length)
    for (const [, list = ''] of matches(html, /aria-(?:describedby|labelledby)="([^"]+)"/g))
      for (const id of list.split(' ')) expect(ids).toContain(id)
  })

  test('leads each line of the error summary to its field', () => {
    for (const [, id] of matches(html, /<li><a href="#([^"]+)"/g)) expect(html).toContain(`id="${id}"`)
  })

  test('speaks English in full where English is asked for', () => {
    const english = bodyOf(render(page, { ...context, language: 'en', districtName: 'Qinghe District' }))
    const words = english.replace(/<(\w+)[^>]*lang="zh-CN"[^>]*>[^<]*<\/\1>/g, '').replace(/<[^>]+>/g, ' ')
    const chinese = matches(words, /\p{Script=Han}+/gu).map(([found]) => found)
    const data = [
      '路灯',
      '停水',
      '垃圾清运',
      '月',
      '日是调休上班日',
      '还有',
      '个工作日',
      '派单',
      '个工作时',
      '不对',
      '不行',
    ]
    expect(chinese.filter((word) => !data.includes(word))).toEqual([])
  })
})

test('settings come back to the page that was read', () => {
  const html = render(samples[0]!, context)
  expect(html).toContain('href="/preferences?elder=1&amp;back=%2Ffile%3Fa%3D1%26b%3D2"')
  expect(html).toContain('href="/preferences?language=en&amp;back=%2Ffile%3Fa%3D1%26b%3D2"')
})

test('elder mode leaves the three doors and the way back, and can be left', () => {
  const home = render({ page: 'home', figures, latest: [row] }, { ...context, elder: true })
  expect(home).toContain('<html lang="zh-CN" class="elder">')
  for (const door of ['/file', '/follow', '/guide']) expect(home).toContain(`href="${door}"`)
  expect(home).not.toContain('0000000279')
  expect(home).toContain('/preferences?elder=0')
  const guide = render({ page: 'guide', limits: [] }, { ...context, elder: true })
  expect(guide).toContain('回到首页')
})

test('the district’s number is not said twice where it is 12345 itself', () => {
  const html = render(samples[0]!, { ...context, hotline: '12345' })
  expect(matches(html, /tel:12345/g)).toHaveLength(1)
})

test('every step of filing carries what was said in the others', () => {
  for (const step of ['what', 'where', 'who', 'check'] as const) {
    const values = { kind: 'help', text: '灯坏了', place: '三号楼', behalf: 'other', onBehalfOf: '母亲' }
    const page = { page: 'file', step, values: { ...values, name: '李', phone: '1', hidden: 'yes' } } as const
    const html = render({ ...page, problems: [], key: 'key-1' }, context)
    const form = html.slice(html.indexOf('<form id="filing"'), html.indexOf('</form>'))
    const names = new Set(matches(form, /\sname="(\w+)"/g).map(([, name]) => name))
    for (const name of [...Object.keys(page.values), 'step', 'key']) expect(names).toContain(name)
  }
})

test('photos are asked on the last step only, where the form can carry them', () => {
  const check = render(samples.find((page) => page.page === 'file' && page.step === 'check')!, context)
  expect(check).toMatch(/<form id="filing"[^>]*encType="multipart\/form-data"/i)
  expect(check).toContain('type="file"')
  const what = render(samples.find((page) => page.page === 'file' && page.step === 'what')!, context)
  expect(what).not.toContain('type="file"')
})

test('the Enter key in a field goes on: going back is another form', () => {
  for (const page of samples.filter((sample) => sample.page === 'file')) {
    const html = render(page, context)
    const form = html.slice(html.indexOf('<form id="filing"'), html.indexOf('</form>'))
    const own = matches(form, /<button type="submit"(?![^>]*form="back")/g)
    expect(own).toHaveLength(1)
  }
})

test('the receipt code stands on the receipt and is carried to the case from there, and nowhere else', () => {
  const filed = render({ page: 'filed', number: '0000000279', receipt: 'K7M2PX9D' }, context)
  expect(filed).toContain('<dd>K7M2PX9D</dd>')
  expect(matches(filed, /K7M2PX9D/g)).toHaveLength(2)
})

test('a case shows its pictures small, other files by name, and the way back only where there is more', () => {
  const html = render({ page: 'case', view, several: true, key: 'k' }, context)
  expect(html).toContain('<a href="/mine/files/71"><img src="/mine/files/71/thumbnail" alt="照片 1，点开看大图"')
  expect(html).toMatch(/<a href="\/mine\/files\/72"><span lang="zh-CN">/)
  expect(html).toContain('href="/mine"')
  expect(render({ page: 'case', view, several: false, key: 'k' }, context)).not.toContain('href="/mine"')
})

test('a code read out in a call is offered only where it can be', () => {
  const values = { number: '', receipt: '', phone: '', by: 'sms' } as const
  const page = { page: 'follow', values, problems: [] } as const
  expect(render({ ...page, voice: true }, context)).toContain('value="voice"')
  expect(render({ ...page, voice: false }, context)).not.toContain('value="voice"')
})

test('a case says until when and why; once answered and stopped it says no limit', () => {
  const running = render({ page: 'case', view, several: false, key: 'k' }, context)
  expect(running).toContain('2026年9月29日 周二 17:00')
  expect(running).toContain('9月20日是调休上班日')
  const stopped = render({ page: 'case', view: { ...view, dueAt: null }, several: false, key: 'k' }, context)
  expect(stopped).not.toContain('答复时限')
})

test('the rating form is there while it may be used', () => {
  const closed = { ...view, mayRate: false, rated: true }
  const html = render({ page: 'case', view: closed, several: false, key: 'k' }, context)
  expect(html).not.toContain('/rating"')
  expect(html).toContain('您已经评价过')
})

test('figures that are drawn are also written', () => {
  const html = render({ page: 'figures', figures, previous: null, following: null }, context)
  expect(html).toContain('这个月收到 1204 件，办结 1100 件，其中按时办结的占 97.3%。')
  for (const { count } of figures.byKind) expect(html).toContain(`<td class="number">${count}</td>`)
})

test('walking the published answers keeps the search', () => {
  const html = render({ page: 'published', rows: [row], next: 6, q: '路灯', later: true }, context)
  expect(html).toContain('href="/published?q=%E8%B7%AF%E7%81%AF&amp;before=6"')
})
