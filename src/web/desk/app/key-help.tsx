import { Modal } from 'antd'
import { useSyncExternalStore } from 'react'
import { type Binding, keyMap, useKeys, useWords } from '#kit'
import { Key } from '../parts/key.tsx'
import styles from './key-help.module.css'
import { frameWords } from './words.ts'

const watchers = new Set<() => void>()
let shown: readonly Binding[] | null = null

function show(bindings: readonly Binding[] | null): void {
  shown = bindings
  for (const watcher of watchers) watcher()
}

/** Opens the list of keys that answer on this page. */
export const showKeyHelp = (): void => show(keyMap.active())

const watch = (watcher: () => void) => {
  watchers.add(watcher)
  return () => watchers.delete(watcher)
}

/** The keys that work here and now; '?' opens it anywhere. */
export function KeyHelp() {
  const say = useWords(frameWords)
  const bindings = useSyncExternalStore(watch, () => shown)
  useKeys([{ keys: '?', label: say('keys'), run: showKeyHelp }])
  useKeys([], { only: true, on: bindings !== null })
  return (
    <Modal open={bindings !== null} title={say('keysTitle')} footer={null} onCancel={() => show(null)}>
      <dl className={styles.keys}>
        {bindings?.map(({ keys, label }) => (
          <div key={keys} className={styles.row}>
            <dt>
              <Key keys={keys} />
            </dt>
            <dd>{label}</dd>
          </div>
        ))}
      </dl>
    </Modal>
  )
}
