import type { Photo } from '../outbox/command.ts'
import { phoneShelf } from './phone-shelf.ts'

/** Photos of a form, by the field that asks for them. */
export type FormPhotos = Readonly<Record<string, readonly Photo[]>>

const shelf = phoneShelf<FormPhotos>('photos')

/** Keeps the photos of an unsent form: a reload takes none away. */
export const keepPhotos = (name: string, photos: FormPhotos): Promise<void> => shelf.set(name, photos)
export const findPhotos = async (name: string): Promise<FormPhotos> => (await shelf.get(name)) ?? {}
export const dropPhotos = (name: string): Promise<void> => shelf.del(name)
export const dropAllPhotos = (): Promise<void> => shelf.clear()
