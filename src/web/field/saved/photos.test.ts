import { expect, test } from 'vitest'
import { passingShelf } from './phone-shelf.ts'
import { type FormPhotos, PhotoShelf } from './photos.ts'

const photos = { files: [{ key: 'a', name: 'a.jpg', content: new Blob(['x']) }] }

test('the photos of an unsent form are there again, until it is sent', async () => {
  const mine = new PhotoShelf(2, passingShelf<FormPhotos>())
  await mine.keep('case.1.reply', photos)
  expect(await mine.find('case.1.reply')).toEqual(photos)
  expect(await mine.find('case.2.reply')).toEqual({})
  await mine.drop('case.1.reply')
  expect(await mine.find('case.1.reply')).toEqual({})
})

test('a colleague on the same phone does not get them', async () => {
  const phone = passingShelf<FormPhotos>()
  await new PhotoShelf(2, phone).keep('case.1.reply', photos)
  expect(await new PhotoShelf(3, phone).find('case.1.reply')).toEqual({})
})
