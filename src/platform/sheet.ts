import ExcelJS from 'exceljs'
import { defineRefusals } from './errors.ts'

export const refuseSheet = defineRefusals({
  'sheet.unreadable': {
    status: 422,
    zh: '打不开这个文件，请另存为Excel工作簿（.xlsx）后再试。',
    en: 'This file cannot be opened; save it as an Excel workbook (.xlsx) and try again.',
  },
  'sheet.columns': {
    status: 422,
    zh: '第一行缺少这些列：{columns}，请下载模板，按模板的表头填写。',
    en: 'These columns are missing in the first row: {columns}. Download the template and keep its headings.',
  },
  'sheet.empty': {
    status: 422,
    zh: '表里没有数据行，请填写后再导入。',
    en: 'The sheet has no rows of data; please fill it in first.',
  },
  'sheet.too-long': {
    status: 422,
    zh: '这张表有{rows}行，一次最多导入{limit}行，请分成几次。',
    en: 'This sheet has {rows} rows; at most {limit} are imported at once. Please split it.',
  },
  'sheet.rounded': {
    status: 422,
    zh: '“{column}”里的长号码被Excel四舍五入了，请把该列设为文本格式后重新填写。',
    en: 'Excel has rounded the long number in "{column}"; format the column as text and fill it in again.',
  },
})

/** A column of a sheet that people fill in. */
export interface Column<K extends string = string> {
  readonly key: K
  readonly zh: string
  readonly en: string
  readonly required?: boolean
  /** Shown in the template's second row. */
  readonly example?: string
}

/** One row as it was filled in: empty cells are left out. `row` counts as Excel does. */
export interface SheetRow<K extends string = string> {
  readonly row: number
  readonly cells: Readonly<Partial<Record<K, string>>>
  /** Columns whose long number Excel has rounded. */
  readonly rounded: readonly string[]
}

/**
 * The rows of a workbook's first sheet, by its headings in either language.
 * @throws Refusal sheet.unreadable, sheet.columns, sheet.empty or sheet.too-long
 */
export async function readSheet<K extends string>(
  content: Buffer,
  columns: readonly Column<K>[],
  limit: number,
): Promise<SheetRow<K>[]> {
  const sheet = await firstSheet(content)
  const places = headings(sheet, columns)
  const rows: SheetRow<K>[] = []
  if (sheet.actualRowCount - 1 > limit) throw refuseSheet('sheet.too-long', { rows: sheet.actualRowCount - 1, limit })
  sheet.eachRow((row, number) => {
    if (number > 1) rows.push(rowOf(row, number, places))
  })
  const filled = rows.filter(({ cells }) => Object.keys(cells).length > 0)
  if (filled.length === 0) throw refuseSheet('sheet.empty')
  return filled
}

async function firstSheet(content: Buffer): Promise<ExcelJS.Worksheet> {
  const workbook = new ExcelJS.Workbook()
  const bytes = content.buffer.slice(content.byteOffset, content.byteOffset + content.byteLength)
  await workbook.xlsx.load(bytes as ArrayBuffer).catch(() => Promise.reject(refuseSheet('sheet.unreadable')))
  const [sheet] = workbook.worksheets
  if (!sheet) throw refuseSheet('sheet.unreadable')
  return sheet
}

const plain = (text: string): string => text.normalize('NFKC').replace(/[\s*]/g, '').toLowerCase()

function headings<K extends string>(sheet: ExcelJS.Worksheet, columns: readonly Column<K>[]): Map<number, Column<K>> {
  const places = new Map<number, Column<K>>()
  sheet.getRow(1).eachCell((cell, at) => {
    const heading = plain(textOf(cell.value).text)
    const column = columns.find(({ zh, en }) => heading === plain(zh) || heading === plain(en))
    if (column) places.set(at, column)
  })
  const found = new Set([...places.values()].map(({ key }) => key))
  const missing = columns.filter(({ key, required }) => required && !found.has(key))
  if (missing.length > 0) throw refuseSheet('sheet.columns', { columns: missing.map(({ zh }) => zh).join('、') })
  return places
}

function rowOf<K extends string>(row: ExcelJS.Row, number: number, places: Map<number, Column<K>>): SheetRow<K> {
  const cells: Partial<Record<K, string>> = {}
  const rounded: string[] = []
  for (const [at, { key, zh }] of places) {
    const { text, isRounded } = textOf(row.getCell(at).value)
    if (text !== '') cells[key] = text
    if (isRounded) rounded.push(zh)
  }
  return { row: number, cells, rounded }
}

// Excel keeps 15 digits of a number: an identity number typed as one has lost its end.
function textOf(value: ExcelJS.CellValue): { text: string; isRounded?: boolean } {
  if (value === null || value === undefined) return { text: '' }
  if (typeof value === 'number') return { text: String(value), isRounded: Math.abs(value) >= 1e15 }
  if (value instanceof Date) return { text: value.toISOString().slice(0, 10) }
  if (typeof value !== 'object') return { text: String(value).trim() }
  if ('richText' in value)
    return {
      text: value.richText
        .map(({ text }) => text)
        .join('')
        .trim(),
    }
  if ('text' in value) return textOf(value.text as ExcelJS.CellValue)
  if ('result' in value) return textOf(value.result as ExcelJS.CellValue)
  return { text: '' }
}

/** An empty workbook to fill in: headings, those that must be filled marked, every cell as text, and one row as an example. */
export async function sheetTemplate(columns: readonly Column[], language: 'zh' | 'en'): Promise<Buffer> {
  const workbook = new ExcelJS.Workbook()
  const sheet = workbook.addWorksheet(language === 'zh' ? '填写' : 'Rows', { views: [{ state: 'frozen', ySplit: 1 }] })
  sheet.columns = columns.map((column) => ({
    header: column[language] + (column.required ? ' *' : ''),
    width: 20,
    style: { numFmt: '@' },
  }))
  sheet.addRow(columns.map(({ example }) => example ?? ''))
  sheet.getRow(1).font = { bold: true }
  return Buffer.from(await workbook.xlsx.writeBuffer())
}
