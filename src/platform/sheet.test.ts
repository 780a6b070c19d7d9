import { expect, test } from 'vitest'
import { workbookOf } from './fixture-sheet.ts'
import { type Column, readSheet, sheetTemplate } from './sheet.ts'

const columns: Column<'name' | 'phone' | 'since'>[] = [
  { key: 'name', zh: '姓名', en: 'Name', required: true, example: '张示范' },
  { key: 'phone', zh: '电话', en: 'Phone', required: true },
  { key: 'since', zh: '起始日期', en: 'Since' },
]
const read = async (rows: Parameters<typeof workbookOf>[0], limit = 100) =>
  readSheet(await workbookOf(rows), columns, limit)
const refused = (id: string, detail = {}) => expect.objectContaining({ id, detail: expect.objectContaining(detail) })

test('rows are read by their headings, in any order, language and spacing; unknown columns are left alone', async () => {
  const rows = await read([
    [' Phone ', '序号', '姓 名 *'],
    ['13800000000', 1, ' 张三 '],
    [null, 2, '李四'],
  ])
  expect(rows).toEqual([
    { row: 2, cells: { phone: '13800000000', name: '张三' }, rounded: [] },
    { row: 3, cells: { name: '李四' }, rounded: [] },
  ])
})

test('numbers, dates, formulas, links and coloured words are read as what a person sees', async () => {
  const [row] = await read([
    ['姓名', '电话', '起始日期'],
    [
      { richText: [{ text: '张' }, { text: '三' }] },
      { formula: '1+1', result: 13_812_341_234 },
      new Date('2026-03-02T00:00:00Z'),
    ],
  ])
  expect(row!.cells).toEqual({ name: '张三', phone: '13812341234', since: '2026-03-02' })
  const [link] = await read([
    ['姓名', '电话'],
    [{ text: '张三', hyperlink: 'mailto:a@example.org' }, '1'],
  ])
  expect(link!.cells.name).toBe('张三')
})

test('a long number that Excel has rounded is told with its column', async () => {
  const [row] = await read([
    ['姓名', '电话'],
    ['张三', 110_105_194_912_310_020],
  ])
  expect(row!.rounded).toEqual(['电话'])
})

test('empty rows are passed over, and rows keep the number that Excel shows', async () => {
  const rows = await read([
    ['姓名', '电话'],
    ['张三', '1'],
    [null, null],
    ['李四', '2'],
  ])
  expect(rows.map(({ row }) => row)).toEqual([2, 4])
})

test('what is no sheet, has no such columns, is empty or too long is refused with what to do', async () => {
  await expect(readSheet(Buffer.from('姓名,电话'), columns, 9)).rejects.toEqual(refused('sheet.unreadable'))
  await expect(read([['姓名'], ['张三']])).rejects.toEqual(refused('sheet.columns', { columns: '电话' }))
  await expect(read([['姓名', '电话']])).rejects.toEqual(refused('sheet.empty'))
  await expect(
    read(
      [
        ['姓名', '电话'],
        ['a', '1'],
        ['b', '2'],
      ],
      1,
    ),
  ).rejects.toEqual(refused('sheet.too-long', { rows: 2, limit: 1 }))
})

test.each(['zh', 'en'] as const)('the template in %s is read back with its example', async (language) => {
  const rows = await readSheet(await sheetTemplate(columns, language), columns, 9)
  expect(rows).toEqual([{ row: 2, cells: { name: '张示范' }, rounded: [] }])
})
