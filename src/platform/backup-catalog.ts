import type pg from 'pg'

/** A table that holds rows itself; `name` and `columns` are quoted for SQL. */
export type CopiedTable = { name: string; columns: string }
/** A partition that was made while the system ran, so that no migration makes it again. */
export type Partition = { name: string; parent: string; bounds: string; secured: boolean }
export type Sequence = { name: string; value: string }

// What belongs to the server, to an extension, or to the migrations themselves is made by them.
const OURS = `n.nspname not like 'pg\\_%' and n.nspname <> 'information_schema' and c.oid <> 'public.schema_migration'::regclass
  and not exists (select from pg_depend d where d.objid = c.oid and d.classid = 'pg_class'::regclass and d.deptype = 'e')`

/** All tables of ours, partitions instead of the partitioned, columns without the generated ones. */
export async function copiedTables(client: pg.Client): Promise<CopiedTable[]> {
  const { rows } = await client.query<CopiedTable>(`
    select format('%I.%I', n.nspname, c.relname) as name, string_agg(quote_ident(a.attname), ', ' order by a.attnum) as columns
    from pg_class c join pg_namespace n on n.oid = c.relnamespace
    join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped and a.attgenerated = ''
    where c.relkind = 'r' and ${OURS} group by 1 order by 1`)
  return rows
}

export async function partitions(client: pg.Client): Promise<Partition[]> {
  const { rows } = await client.query<Partition>(`
    select format('%I.%I', n.nspname, c.relname) as name, i.inhparent::regclass::text as parent,
      pg_get_expr(c.relpartbound, c.oid) as bounds, c.relrowsecurity as secured
    from pg_class c join pg_namespace n on n.oid = c.relnamespace join pg_inherits i on i.inhrelid = c.oid
    where c.relispartition and c.relkind = 'r' and ${OURS} order by 1`)
  return rows
}

export async function sequences(client: pg.Client): Promise<Sequence[]> {
  const { rows } = await client.query<Sequence>(`
    select format('%I.%I', schemaname, sequencename) as name, last_value::text as value
    from pg_sequences where last_value is not null order by 1`)
  return rows
}
