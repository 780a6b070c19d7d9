import ExcelJS from 'exceljs'
import sharp from 'sharp'
import { expect, test } from 'vitest'
import { sizeText } from '#platform/take-upload'
import { nameFor } from './file-kind.ts'
import type { FileLimits } from './file-limits.ts'
import { photograph, recording } from './fixture-files.ts'
import { inspectFile } from './inspect-file.ts'

const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'
const limits: FileLimits = {
  kinds: ['image/jpeg', 'image/png', 'image/webp', 'application/pdf', 'audio/amr', 'audio/wav', 'video/mp4', XLSX],
  size: 50_000,
  recordingSize: 90_000,
  picture: { side: 3000, pixels: 1_000_000 },
  perHour: 30,
  orphanHours: 24,
}
const inspect = (name: string, content: Buffer, changed: Partial<FileLimits> = {}) =>
  inspectFile({ name, content }, { ...limits, ...changed })
const refused = (id: string) => expect.objectContaining({ id })

test('a photograph is kept upright and without its place, its camera or any other hidden data', async () => {
  const taken = await photograph()
  expect((await sharp(taken).metadata()).exif?.includes('SecretCamera')).toBe(true)
  const kept = await inspect('IMG_0001.JPG', taken)
  expect(kept).toMatchObject({ kind: 'image/jpeg', name: 'IMG_0001.jpg', width: 40, height: 60 })
  for (const picture of [kept.content, kept.thumbnail!]) {
    const found = await sharp(picture).metadata()
    expect(found).toMatchObject({ width: 40, height: 60 })
    expect([found.exif, found.xmp, found.iptc, found.orientation]).toEqual([undefined, undefined, undefined, undefined])
    expect(picture.includes('SecretCamera')).toBe(false)
  }
})

test.each(['png', 'webp'] as const)('a %s picture stays one and loses its hidden data too', async (format) => {
  const given = await sharp(await photograph())
    .keepMetadata()
    .toFormat(format)
    .toBuffer()
  expect((await sharp(given).metadata()).exif).toBeDefined()
  const kept = await inspect(`a.${format}`, given)
  expect(kept.kind).toBe(`image/${format}`)
  expect((await sharp(kept.content).metadata()).exif).toBeUndefined()
})

test('a big picture is made to fit, and has a small one for lists', async () => {
  const given = await sharp({ create: { width: 900, height: 600, channels: 3, background: 'red' } })
    .png()
    .toBuffer()
  const kept = await inspect('a.png', given, { picture: { side: 700, pixels: 1_000_000 } })
  expect(kept).toMatchObject({ width: 700, height: 467 })
  expect(await sharp(kept.thumbnail).metadata()).toMatchObject({ format: 'webp', width: 480, height: 320 })
})

test.each([
  ['a program of Windows', Buffer.concat([Buffer.from('MZ'), Buffer.alloc(400)])],
  ['a program of Linux', Buffer.concat([Buffer.from('\x7fELF\x02\x01\x01', 'latin1'), Buffer.alloc(400)])],
  ['a page with a script', Buffer.from('<html><script>alert(1)</script></html>')],
  ['a drawing with a script', Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"><script>1</script></svg>')],
  ['an archive', Buffer.from('504b0506000000000000000000000000000000000000', 'hex')],
])('%s named .jpg is refused in one sentence that says what to send', async (_, content) => {
  const refusal = await inspect('照片.jpg', content).catch((error) => error)
  expect(refusal).toMatchObject({ id: 'files.kind', status: 415 })
  expect(refusal.sentence('zh')).toBe(
    '“照片.jpg”的内容不是可接收的照片、录音、视频或文档，请改传jpg、png、webp、pdf、amr、wav、mp4、xlsx格式的文件。',
  )
})

test('the kind is told by the content, and the name follows it', async () => {
  const workbook = new ExcelJS.Workbook()
  workbook.addWorksheet('a').addRow([1])
  const sheet = Buffer.from(await workbook.xlsx.writeBuffer())
  expect(await inspect('名单.pdf', sheet)).toMatchObject({ kind: XLSX, name: '名单.xlsx' })
  expect(await inspect('a.jpg', Buffer.from('%PDF-1.7\n%\xe2\xe3\n', 'latin1'))).toMatchObject({
    kind: 'application/pdf',
    name: 'a.pdf',
  })
  expect(await inspect('x', recording)).toMatchObject({ kind: 'audio/amr', name: 'x.amr' })
  const wave = Buffer.concat([Buffer.from('RIFF\x24\0\0\0WAVEfmt ', 'latin1'), Buffer.alloc(60)])
  expect(await inspect('x.wav', wave)).toMatchObject({ kind: 'audio/wav' })
  const film = Buffer.concat([Buffer.from('\0\0\0\x18ftypisom\0\0\0\0isommp42', 'latin1'), Buffer.alloc(60)])
  expect(await inspect('x.mp4', film)).toMatchObject({ kind: 'video/mp4' })
})

test('what is empty, too large, broken or of a telephone’s own kind is refused with what to do', async () => {
  await expect(inspect('a.jpg', Buffer.alloc(0))).rejects.toEqual(refused('upload.none'))
  const long = Buffer.concat([recording, Buffer.alloc(60_000)])
  expect((await inspect('a.amr', long)).content).toHaveLength(long.length)
  await expect(inspect('a.amr', long, { recordingSize: 50_000 })).rejects.toEqual(refused('upload.too-large'))
  await expect(inspect('a.jpg', await photograph(), { size: 100 })).rejects.toEqual(refused('upload.too-large'))
  await expect(inspect('a.jpg', (await photograph()).subarray(0, 300))).rejects.toEqual(refused('files.broken'))
  await expect(inspect('a.jpg', await photograph(), { picture: { side: 100, pixels: 1000 } })).rejects.toEqual(
    refused('files.broken'),
  )
  const heic = Buffer.concat([Buffer.from('\0\0\0\x18ftypheic\0\0\0\0mif1heic', 'latin1'), Buffer.alloc(60)])
  await expect(inspect('a.heic', heic)).rejects.toEqual(refused('files.heic'))
})

test.each([
  ['../../etc/passwd', '.. .. etc passwd'.replace(/^\.+\s*/, '')],
  ['a"b\r\nc.JPG', 'a b c'],
  ['...', '附件'],
  ['', '附件'],
  [`${'长'.repeat(300)}.jpg`, '长'.repeat(100)],
  ['\u202egpj.exe', 'gpj'],
])('the name %j is safe to save under', (given, stem) => {
  expect(nameFor('image/jpeg', given)).toBe(`${stem}.jpg`)
})

test('sizes are written as people write them', () => {
  expect([sizeText(20_971_520), sizeText(50_000), sizeText(10)]).toEqual(['20 MB', '48 KB', '1 KB'])
})
