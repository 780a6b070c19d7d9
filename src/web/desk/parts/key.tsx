import styles from './key.module.css'

const names: Readonly<Record<string, string>> = { Enter: '⏎', Escape: 'Esc', ctrl: 'Ctrl', alt: 'Alt', shift: 'Shift' }

/** A key as printed on the keyboard, beside what it does; screen readers hear it from aria-keyshortcuts instead. */
export function Key({ keys }: { keys: string }) {
  const shown = keys.split('+').map((key) => names[key] ?? key.toUpperCase())
  return (
    <span className={styles.key} aria-hidden="true">
      {shown.join(' ')}
    </span>
  )
}

/** The same key for aria-keyshortcuts. */
export const shortcut = (keys: string): string =>
  keys.replace('ctrl', 'Control').replace('alt', 'Alt').replace('shift', 'Shift')
