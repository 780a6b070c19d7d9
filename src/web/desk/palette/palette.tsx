import { Input, Modal } from 'antd'
import { type KeyboardEvent, useState } from 'react'
import { type Binding, useKeys, useWords } from '#kit'
import styles from './palette.module.css'
import { type Find, useFinds } from './use-finds.ts'
import { paletteWords } from './words.ts'

const optionId = (index: number) => `palette-${index}`

interface PaletteProps {
  readonly verbs: readonly Binding[]
  readonly onClose: () => void
}

/** One box that finds anything and goes there: a combobox with its list always open. */
export function Palette({ verbs, onClose }: PaletteProps) {
  useKeys([], { only: true })
  const say = useWords(paletteWords)
  const [typed, setTyped] = useState('')
  const [at, setAt] = useState(0)
  const finds = useFinds(typed, verbs)
  const here = Math.min(at, finds.length - 1)
  const go = (find: Find | undefined) => {
    if (!find) return
    onClose()
    find.go()
  }
  const press = (event: KeyboardEvent) => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key]
    if (step !== undefined && finds.length > 0) setAt((here + step + finds.length) % finds.length)
    else if (event.key === 'Enter' && !event.nativeEvent.isComposing) go(finds[here])
    else return
    event.preventDefault()
  }
  return (
    <Modal
      open
      onCancel={onClose}
      footer={null}
      closable={false}
      title={<span className="unseen">{say('title')}</span>}
      width={680}
      style={{ top: 80 }}
    >
      <Input
        autoFocus
        size="large"
        role="combobox"
        aria-expanded
        aria-autocomplete="list"
        aria-controls="palette-list"
        aria-activedescendant={finds.length > 0 ? optionId(here) : undefined}
        aria-label={say('box')}
        placeholder={say('box')}
        value={typed}
        onChange={({ target }) => {
          setTyped(target.value)
          setAt(0)
        }}
        onKeyDown={press}
      />
      <Finds finds={finds} here={here} onGo={go} />
      <p className={styles.hint} role="status">
        {finds.length === 0 ? say('none') : say('hint')}
      </p>
    </Modal>
  )
}

function Finds({ finds, here, onGo }: { finds: readonly Find[]; here: number; onGo: (find: Find) => void }) {
  const say = useWords(paletteWords)
  return (
    <div id="palette-list" role="listbox" aria-label={say('results')} className={styles.list}>
      {finds.map((find, index) => (
        // biome-ignore lint/a11y/useKeyWithClickEvents: the box above has the keyboard, as comboboxes do
        <div
          key={find.id}
          id={optionId(index)}
          role="option"
          tabIndex={-1}
          aria-selected={index === here}
          className={index === here ? styles.here : styles.find}
          onClick={() => onGo(find)}
        >
          <span className={styles.kind}>{say(find.kind)}</span>
          <span className={styles.words}>{find.words}</span>
          {find.more && <span className={styles.kind}>{find.more}</span>}
        </div>
      ))}
    </div>
  )
}
