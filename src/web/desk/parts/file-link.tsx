import { FileOutlined } from '@ant-design/icons'
import { readFile, readFileThumbnail } from '#kernel-contract/files'
import { aside, bytesInWords } from '#kit'
import styles from './file-link.module.css'

interface FileLinkProps {
  readonly id: number
  readonly name: string
  readonly kind: string
  readonly bytes: number
}

const addressOf = (route: { readonly path: string }, id: number) => route.path.replace(':id', String(id))

/** A file of a case: pictures are shown small, everything opens in full by a click. */
export function FileLink({ id, name, kind, bytes }: FileLinkProps) {
  return (
    <a className={styles.file} href={addressOf(readFile, id)} target="_blank" rel="noreferrer">
      {kind.startsWith('image/') ? (
        <img className={styles.picture} src={addressOf(readFileThumbnail, id)} alt={name} loading="lazy" />
      ) : (
        <>
          <FileOutlined aria-hidden="true" /> {name}
          {aside(bytesInWords(bytes))}
        </>
      )}
    </a>
  )
}
