import type { ReactNode } from 'react'
import styles from './table.module.css'

export interface Column<T> {
  readonly head: string
  readonly cell: (row: T) => ReactNode
  /** Its cell names the row for screen readers. */
  readonly names?: boolean
}

interface TableProps<T> {
  readonly caption: string
  readonly columns: readonly Column<T>[]
  readonly rows: readonly T[]
  readonly keyOf: (row: T) => string | number
}

/** Rows and columns as the standard knows them; on a narrow screen each row becomes a small letter of its own. */
export function Table<T>({ caption, columns, rows, keyOf }: TableProps<T>) {
  return (
    <table className={styles.table}>
      <caption className="unseen">{caption}</caption>
      <thead>
        <tr>
          {columns.map(({ head }) => (
            <th key={head} scope="col">
              {head}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={keyOf(row)}>
            {columns.map((column) => (
              <Cell key={column.head} column={column} row={row} />
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  )
}

function Cell<T>({ column: { head, cell, names }, row }: { column: Column<T>; row: T }) {
  if (names) return <th scope="row">{cell(row)}</th>
  return <td data-label={head}>{cell(row)}</td>
}
