import { closeSync, openSync, writeSync } from 'node:fs'
import { type ImportRefusal, type ImportReport, importRefusals, type RefusedRow } from '#module/hotline'
import { StartError } from '../src/platform/start-error.ts'

// More than a screen of them is a matter for a file.
const SHOWN = 20

export const count = (number: number): string => number.toLocaleString('en-US')

/** Tells of an import while it runs, and of every row that was refused: into `file` where one is named, else on the screen. */
export function importNews(file: string | undefined) {
  const output = file === undefined ? undefined : open(file)
  const reasons = new Map<ImportRefusal, number>()
  let shown = 0
  return {
    onProgress: ({ read }: ImportReport) => progress(`  … ${count(read)} lines read`),
    onRefused: (row: RefusedRow) => {
      reasons.set(row.reason, (reasons.get(row.reason) ?? 0) + 1)
      if (output !== undefined) writeSync(output, `${JSON.stringify({ ...row, ...importRefusals[row.reason] })}\n`)
      else if (shown++ < SHOWN) console.log(`${clear}  ✗ ${sentence(row)}`)
    },
    /** Ends the progress and sums the reasons up. */
    close: () => {
      if (output !== undefined) closeSync(output)
      process.stdout.write(clear)
      if (output !== undefined || shown > SHOWN) for (const line of totals(reasons)) console.log(line)
      if (shown > SHOWN) console.log('  All of them with --refused FILE.')
    },
  }
}

function open(file: string): number {
  try {
    return openSync(file, 'w')
  } catch (error) {
    throw new StartError(`${file} cannot be written (${(error as NodeJS.ErrnoException).code}).`)
  }
}

const isScreen = process.stdout.isTTY === true
const clear = isScreen ? '\r\u001B[K' : ''

function progress(text: string): void {
  if (isScreen) process.stdout.write(`${clear}${text}`)
  else console.log(text)
}

const sentence = ({ line, id, reason }: RefusedRow) =>
  `line ${count(line)}${id === null ? '' : ` (id ${id})`}: ${importRefusals[reason].en}`

const totals = (reasons: ReadonlyMap<ImportRefusal, number>) =>
  [...reasons].map(([reason, rows]) => `  ✗ ${count(rows)} refused: ${importRefusals[reason].en}`)
