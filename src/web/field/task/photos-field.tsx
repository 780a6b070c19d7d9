import { useEffect, useMemo } from 'react'
import { FileTrigger } from 'react-aria-components'
import { newKey, useWords } from '#kit'
import { shrinkPhoto } from '#kit/shrink-photo'
import type { Photo } from '../outbox/command.ts'
import { Act } from '../parts/act.tsx'
import { type ControlProps, useLabel } from './field-control.tsx'
import styles from './photos-field.module.css'
import { taskWords } from './words.ts'

/** Photos, only where the verb asks for them; they stay on the phone until the command goes. */
export function PhotosField(props: ControlProps) {
  const { id, field, photos, onPhotos } = props
  const say = useWords(taskWords)
  const { label, sentence } = useLabel(props)
  const room = (field.max ?? 9) - photos.length
  const add = async (files: FileList | null) => {
    const chosen = await Promise.all([...(files ?? [])].slice(0, room).map(shrinkPhoto))
    onPhotos([...photos, ...chosen.map((file) => ({ key: newKey(), name: file.name, content: file }))])
  }
  return (
    <fieldset className={styles.field} aria-describedby={sentence ? `${id}-problem` : undefined}>
      <legend>{label}</legend>
      {sentence && <p id={`${id}-problem`}>{sentence}</p>}
      <ul className={styles.photos}>
        {photos.map((photo) => (
          <Chosen key={photo.key} photo={photo} onRemove={() => onPhotos(photos.filter((each) => each !== photo))} />
        ))}
      </ul>
      {room > 0 && (
        <div className={styles.ways}>
          <FileTrigger acceptedFileTypes={['image/*']} defaultCamera="environment" onSelect={add}>
            <Act tone="plain" id={id}>
              {say('takePhoto')}
            </Act>
          </FileTrigger>
          <FileTrigger acceptedFileTypes={['image/*']} allowsMultiple onSelect={add}>
            <Act tone="plain">{say('choosePhoto')}</Act>
          </FileTrigger>
        </div>
      )}
    </fieldset>
  )
}

function Chosen({ photo, onRemove }: { photo: Photo; onRemove: () => void }) {
  const say = useWords(taskWords)
  const address = useMemo(() => URL.createObjectURL(photo.content), [photo.content])
  useEffect(() => () => URL.revokeObjectURL(address), [address])
  return (
    <li>
      <img src={address} alt={photo.name} />
      <Act tone="quiet" onPress={onRemove} aria-label={say('removePhoto', { name: photo.name })}>
        {say('remove')}
      </Act>
    </li>
  )
}
