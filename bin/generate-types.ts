import { writeFileSync } from 'node:fs'
import path from 'node:path'
import pg from 'pg'

// Writes src/platform/schema.gen.ts from a migrated database: `node bin/generate-types.ts <owner url>`.

interface Column {
  readonly table_name: string
  readonly column_name: string
  readonly udt_name: string
  readonly is_nullable: 'YES' | 'NO'
  readonly has_default: boolean
}

const types: Readonly<Record<string, string>> = {
  int2: 'number',
  int4: 'number',
  int8: 'number',
  numeric: 'string',
  float8: 'number',
  bool: 'boolean',
  timestamptz: 'Timestamp',
  date: 'string',
  json: 'Json',
  jsonb: 'Json',
  bytea: 'Buffer',
  _int4: 'number[]',
  _int8: 'number[]',
  _text: 'string[]',
}

const head = `// Made from the migrated database by bin/generate-types.ts: do not edit.
import type { ColumnType, Generated } from 'kysely'

export type Timestamp = ColumnType<Date, Date | string, Date | string>
export type Json = ColumnType<unknown, unknown, unknown>
`

const client = new pg.Client({ connectionString: process.argv[2] })
await client.connect()
const { rows } = await client.query<Column>(`
  select c.table_name, c.column_name, c.udt_name, c.is_nullable,
    c.column_default is not null or c.is_identity = 'YES' or c.is_generated = 'ALWAYS' as has_default
  from information_schema.columns c
  join pg_class k on k.relname = c.table_name and k.relnamespace = 'public'::regnamespace and not k.relispartition
  where c.table_schema = 'public' order by c.table_name, c.ordinal_position`)
await client.end()

const tables = Map.groupBy(rows, (column) => column.table_name)
const name = (table: string) => `${table.replace(/(?:^|_)(\w)/g, (_, letter: string) => letter.toUpperCase())}Table`
const typeOf = ({ udt_name, is_nullable, has_default }: Column) => {
  const plain = `${types[udt_name] ?? 'string'}${is_nullable === 'YES' ? ' | null' : ''}`
  return has_default ? `Generated<${plain}>` : plain
}
const interfaces = [...tables].map(
  ([table, columns]) =>
    `export interface ${name(table)} {\n${columns.map((column) => `  ${column.column_name}: ${typeOf(column)}`).join('\n')}\n}\n`,
)
const schema = `export interface Schema {\n${[...tables.keys()].map((table) => `  ${table}: ${name(table)}`).join('\n')}\n}\n`
writeFileSync(
  path.resolve(import.meta.dirname, '../src/platform/schema.gen.ts'),
  [head, ...interfaces, schema].join('\n'),
)
