import { randomBytes } from 'node:crypto'
import { mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { sql } from 'kysely'
import sharp from 'sharp'
import { afterAll } from 'vitest'
import { type Actor, loadActor } from '#kernel/identity'
import { settableClock } from '#platform/clock'
import { Vault } from '#platform/crypto'
import { Database, type PoolName } from '#platform/database'
import { type CastStaff, plantCast } from '#test/cast'
import { testDatabase } from '#test/database'
import { diskStore } from './file-store.ts'
import type { FileWork } from './work.ts'

const secret = () => randomBytes(32).toString('base64')

/** An empty directory that is gone after the tests. */
export function temporaryDirectory(): string {
  const directory = mkdtempSync(path.join(tmpdir(), 'lianxin-files-'))
  afterAll(() => rmSync(directory, { recursive: true, force: true }))
  return directory
}

/** All files below a directory, by their path within it. */
export const filesBelow = (directory: string): string[] =>
  readdirSync(directory, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => path.relative(directory, path.join(entry.parentPath, entry.name)))
    .sort()

/** A photograph as a telephone takes it: lying on its side, with its place and camera inside. */
export const photograph = (shade = 0): Promise<Buffer> =>
  sharp({
    create: {
      width: 60,
      height: 40,
      channels: 3,
      background: { r: 200, g: (shade * 8) % 256, b: shade < 32 ? 40 : 120 },
    },
  })
    .withExif({
      IFD0: { Make: 'SecretCamera', ImageDescription: 'hidden words' },
      IFD3: { GPSLatitudeRef: 'N', GPSLatitude: '41/1 16/1 5/1', GPSLongitudeRef: 'E', GPSLongitude: '123/1 10/1 2/1' },
    })
    .withMetadata({ orientation: 6 })
    .jpeg()
    .toBuffer()

/** The beginning of a recording is enough to be known as one. */
export const recording = Buffer.concat([Buffer.from('#!AMR\n'), Buffer.alloc(2000, 7)])

/** The cast's district with a store of files, its staff at work, and cases to attach to. */
export async function filesOfCast() {
  const { ownerUrl, urls } = await testDatabase()
  const cast = await plantCast(ownerUrl)
  const other = await plantCast(ownerUrl, 2)
  const database = new Database(urls, 3)
  afterAll(() => database.close())
  const clock = settableClock('2026-03-02T01:00:00Z')
  const keys = { keys: { a: secret() }, currentKey: 'a', lookupKey: secret() }
  const vault = new Vault(keys)
  const directory = temporaryDirectory()
  const house = { database, clock, vault, store: diskStore(directory) }
  const run = <T>(pool: PoolName, actor: Actor, verb: (work: FileWork) => Promise<T>) =>
    database.as(pool, actor.scope, (tx) => verb({ ...house, tx, actor, at: clock.now() }))
  const actorOf = (who: CastStaff, { district, staff } = cast) =>
    loadActor(database, { district, staffId: staff[who] }, clock, 'zh')
  const as = async <T>(who: CastStaff, verb: (work: FileWork) => Promise<T>, of = cast) =>
    run('staff', await actorOf(who, of), verb)
  const asResident = <T>(receiptCase: number | undefined, verb: (work: FileWork) => Promise<T>) => {
    const scope = { district: 1, receiptCase }
    return run(
      'portal',
      { kind: 'resident', id: null, district: 1, name: { zh: '居民' }, posts: [], scope, language: 'zh' },
      verb,
    )
  }
  const openCase = (unit: number) =>
    database.as('worker', { district: 1 }, async (tx) => {
      const { rows } = await sql<{ id: number }>`
        insert into cases (type, type_version, state, kind, channel, title, intake_unit, received_at, recorded_at, seen_by)
        values ('hotline', 1, 'new', 'help', 'web', '路灯', ${unit}, '2026-03-02', '2026-03-02', int4multirange(int4range(${unit}, ${unit}, '[]')))
        returning id`.execute(tx)
      return rows[0]!.id
    })
  return { cast, other, house, keys, directory, clock, actorOf, as, asResident, openCase }
}
