import type { Photo } from '../outbox/command.ts'
import { type PhoneShelf, phoneShelf } from './phone-shelf.ts'

/** Photos of a form, by the field that asks for them. */
export type FormPhotos = Readonly<Record<string, readonly Photo[]>>

/** The photos of unsent forms: a reload takes none away, and a colleague on the same phone sees none. */
export class PhotoShelf {
  readonly #shelf: PhoneShelf<FormPhotos>
  readonly #owner: number
  constructor(owner: number, shelf: PhoneShelf<FormPhotos> = photosOnPhone) {
    this.#owner = owner
    this.#shelf = shelf
  }
  async find(name: string): Promise<FormPhotos> {
    return (await this.#shelf.get(this.#key(name))) ?? {}
  }
  keep(name: string, photos: FormPhotos): Promise<void> {
    return this.#shelf.set(this.#key(name), photos)
  }
  drop(name: string): Promise<void> {
    return this.#shelf.del(this.#key(name))
  }
  #key = (name: string) => `${this.#owner} ${name}`
}

const photosOnPhone = phoneShelf<FormPhotos>('photos')
