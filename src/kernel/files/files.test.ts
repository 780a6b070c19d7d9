import { readFileSync } from 'node:fs'
import path from 'node:path'
import { buffer } from 'node:stream/consumers'
import { sql } from 'kysely'
import { expect, test } from 'vitest'
import { looksAt } from '#kernel/people'
import { dateOf } from '#platform/clock'
import { Vault } from '#platform/crypto'
import { asRefusal } from '#platform/problem'
import { fileJobs } from './file-jobs.ts'
import { fileLimits } from './file-limits.ts'
import { filesBelow, filesOfCast, photograph, recording } from './fixture-files.ts'
import { getFile, openFile, readContent, readThumbnail } from './open-file.ts'
import { rekeyFiles } from './rekey-files.ts'
import { sweepFiles } from './sweep-files.ts'
import { type UploadOptions, uploadFile } from './upload-file.ts'
import type { FileWork } from './work.ts'

const { cast, other, house, keys, directory, clock, as, asResident, openCase } = await filesOfCast()
const { units } = cast
const refused = (id: string) => expect.objectContaining({ id })
const upload =
  (content: Buffer, name = 'a.jpg', options: Partial<UploadOptions> = {}) =>
  async (work: FileWork) =>
    uploadFile(work, { name, content }, { limits: await fileLimits(work.tx, dateOf(work.at)), ...options })
const attach =
  (caseId: number, ids: number[]) =>
  ({ tx }: FileWork) =>
    sql`select attach_files(${caseId}, 1, ${ids})`.execute(tx)
const see = (id: number) => (work: FileWork) => getFile(work, id)

test('an upload is seen by who knows its number only, and its number is not to be guessed', async () => {
  const { id, kind, bytes } = await as('agent', upload(await photograph(1)))
  expect(await as('agent', see(id))).toMatchObject({ id, kind, bytes, caseId: null })
  expect(id).toBeGreaterThan(2 ** 30)
  expect(Number.isSafeInteger(id)).toBe(true)
  const { rows } = await as('agent', ({ tx }) => sql`select from file`.execute(tx))
  expect(rows).toEqual([])
  await expect(as('agent', see(id), other)).rejects.toEqual(refused('not-found'))
})

test('a file of a case is seen exactly by those who see the case', async () => {
  const caseId = await openCase(units.sunny)
  const { id } = await as('sunnyWorker', upload(await photograph(2)))
  await as('sunnyWorker', attach(caseId, [id]))
  for (const who of ['sunnyWorker', 'bridgeHandler', 'leader'] as const)
    expect(await as(who, see(id)), who).toMatchObject({ caseId })
  for (const who of ['willowWorker', 'riverHandler', 'auditAdministrator'] as const) {
    await expect(as(who, see(id)), who).rejects.toEqual(refused('not-found'))
  }
  await expect(as('agent', see(id), other)).rejects.toEqual(refused('not-found'))
  const { rows } = await as('sunnyWorker', ({ tx }) =>
    sql<{ files: unknown }>`select case_files(${caseId}) as files`.execute(tx),
  )
  expect(rows[0]!.files).toMatchObject([{ id, name: 'a.jpg', kind: 'image/jpeg', seq: 1 }])
})

test('nobody attaches to a case out of reach, twice, or what another case has', async () => {
  const [mine, theirs] = [await openCase(units.sunny), await openCase(units.riverside)]
  const { id } = await as('sunnyWorker', upload(await photograph(3)))
  await expect(as('sunnyWorker', attach(theirs, [id]))).rejects.toMatchObject({ code: '42501' })
  await expect(as('sunnyWorker', attach(mine, [id, 12345]))).rejects.toMatchObject({ code: 'LX410' })
  await as('sunnyWorker', attach(mine, [id]))
  const taken = await as('riversideWorker', attach(theirs, [id])).catch((error) => asRefusal(error, ''))
  expect(taken).toMatchObject({ id: 'file-gone', status: 410 })
  await expect(as('sunnyWorker', ({ tx }) => sql`update file set sha256 = 'x'`.execute(tx))).rejects.toThrow(
    /permission denied/,
  )
})

test('the requester sees what was sent in or meant for them, never what staff keep', async () => {
  const caseId = await openCase(units.sunny)
  const own = await asResident(undefined, upload(await photograph(4)))
  const inner = await as('sunnyWorker', upload(await photograph(5)))
  const meant = await as('sunnyWorker', upload(await photograph(6), 'b.jpg', { visibleTo: 'requester' }))
  await as('sunnyWorker', attach(caseId, [own.id, inner.id, meant.id]))
  for (const { id } of [own, meant]) expect(await asResident(caseId, see(id))).toMatchObject({ caseId })
  await expect(asResident(caseId, see(inner.id))).rejects.toEqual(refused('not-found'))
  await expect(asResident(undefined, see(own.id))).rejects.toEqual(refused('not-found'))
})

test('the same content is kept once under its hash, with a small picture beside it', async () => {
  const before = filesBelow(directory).length
  const picture = await photograph(7)
  const first = await as('agent', upload(picture))
  const second = await as('agent', upload(picture, 'other name.png'))
  expect(first.id).not.toBe(second.id)
  expect(filesBelow(directory)).toHaveLength(before + 2)
  const row = await as('agent', see(second.id))
  expect(filesBelow(directory)).toContain(path.join('d1', row.sha256.slice(0, 2), row.sha256))
  expect((await buffer(await readContent(house, 1, row))).length).toBe(second.bytes)
  expect((await buffer(await readThumbnail(house, 1, row))).subarray(8, 12).toString()).toBe('WEBP')
})

test('a recording lies sealed in the store, and every hearing is recorded before it is heard', async () => {
  const { id } = await as('agent', upload(recording, 'voice.amr'))
  const file = await as('agent', (work) => openFile(work, id, { purpose: '核实诉求' }))
  const stored = readFileSync(path.join(directory, 'd1', file.sha256.slice(0, 2), file.sha256))
  expect(stored.includes('#!AMR')).toBe(false)
  expect((await buffer(await readContent(house, 1, file))).equals(recording)).toBe(true)
  expect((await buffer(await readContent(house, 1, file, { start: 0, end: 4 }))).toString()).toBe('#!AMR')
  const looks = await as('auditAdministrator', ({ tx }) => looksAt(tx, 'file', id))
  expect(looks).toMatchObject([{ what: 'recording', purpose: '核实诉求', staff: { id: cast.staff.agent } }])
})

test('after a change of key recordings are sealed anew, once, and heard as before', async () => {
  const { id } = await as('agent', upload(recording, 'again.amr'))
  const file = await as('agent', see(id))
  const rotated = {
    ...house,
    vault: new Vault({ ...keys, keys: { ...keys.keys, b: Buffer.alloc(32, 3).toString('base64') }, currentKey: 'b' }),
  }
  expect(await rekeyFiles(rotated, 1)).toBe(1)
  expect(await rekeyFiles(rotated, 1)).toBe(0)
  expect((await buffer(await readContent(rotated, 1, file))).equals(recording)).toBe(true)
  expect(
    await rekeyFiles(
      { ...rotated, vault: new Vault({ ...keys, keys: { ...keys.keys, b: Buffer.alloc(32, 3).toString('base64') } }) },
      1,
    ),
  ).toBe(1)
})

test('what no case took within a day is swept, content and all; what a case has stays', async () => {
  const caseId = await openCase(units.sunny)
  const [kept, lost, twin] = [await photograph(20), await photograph(21), await photograph(22)]
  const attached = await as('sunnyWorker', upload(kept))
  const orphan = await as('sunnyWorker', upload(lost))
  const twins = [await as('sunnyWorker', upload(twin)), await as('sunnyWorker', upload(twin))]
  const rows = await Promise.all([orphan, twins[0]!].map(({ id }) => as('sunnyWorker', see(id))))
  await as('sunnyWorker', attach(caseId, [attached.id, twins[1]!.id]))
  clock.advance(23 * 3_600_000)
  expect(await sweepFiles(house, 1)).toBe(0)
  clock.advance(2 * 3_600_000)
  const [sweeping] = fileJobs(house)
  await sweeping!.run()
  expect(await sweepFiles(house, 1)).toBe(0)
  await expect(readContent(house, 1, rows[0]!)).rejects.toEqual(refused('not-found'))
  await expect(readThumbnail(house, 1, rows[0]!)).rejects.toEqual(refused('not-found'))
  expect((await buffer(await readContent(house, 1, rows[1]!))).length).toBeGreaterThan(0)
  for (const { id } of [attached, twins[1]!]) expect(await as('sunnyWorker', see(id))).toMatchObject({ caseId })
})

test('one visitor’s uploads are limited per hour, and where they came from is not kept with the case', async () => {
  const limits = { ...(await as('agent', ({ tx, at }) => fileLimits(tx, dateOf(at)))), perHour: 2 }
  const visit = async (shade: number) =>
    asResident(undefined, upload(await photograph(shade), 'a.jpg', { origin: '203.0.113.7', limits }))
  const { id } = await visit(30)
  await visit(31)
  await expect(visit(32)).rejects.toEqual(refused('files.too-many'))
  const caseId = await openCase(units.sunny)
  await asResident(caseId, attach(caseId, [id]))
  const { rows } = await house.database.as('worker', { district: 1 }, (tx) =>
    sql<{ origin: string | null }>`
    select origin from file where id = ${id} or origin is not null order by origin nulls first`.execute(tx),
  )
  expect(rows.map(({ origin }) => origin)).toEqual([null, expect.not.stringContaining('203')])
  clock.advance(3_700_000)
  await visit(32)
})
