/** One key and what it does, as the help page shows it. `keys`: 'j', 'Enter', 'ctrl+k', 'alt+n', '?'. */
export interface Binding {
  readonly keys: string
  readonly label: string
  readonly run: (event: KeyboardEvent) => void
  /** Also while typing. Bindings with ctrl or alt always are. */
  readonly whileTyping?: boolean
}

type Pressed = Pick<KeyboardEvent, 'key' | 'code' | 'ctrlKey' | 'metaKey' | 'altKey' | 'shiftKey' | 'isComposing'>

/** The name of what is pressed. A Chinese input method hides the letter: then the key's place tells it. */
export function keysOf({ key, code, ctrlKey, metaKey, altKey, shiftKey }: Pressed): string {
  const letter = /^(?:Key|Digit)(.)$/.exec(code)?.[1]?.toLowerCase()
  const hidden = altKey || key === 'Process' || key === 'Unidentified'
  const name = hidden && letter ? letter : key.length === 1 ? key.toLowerCase() : key
  const shift = shiftKey && name.length > 1 ? 'shift+' : ''
  return `${ctrlKey || metaKey ? 'ctrl+' : ''}${altKey ? 'alt+' : ''}${shift}${name}`
}

const textInputs = /^(?:text|search|tel|url|email|password|number|date|time|datetime-local|)$/

/** Whether keys pressed on this element are words being typed. */
export function isTyping(target: unknown): boolean {
  const element = target as Partial<HTMLInputElement> | null
  if (element?.isContentEditable) return true
  if (element?.tagName === 'TEXTAREA' || element?.tagName === 'SELECT') return true
  return element?.tagName === 'INPUT' && textInputs.test(element.type ?? '') && !element.readOnly
}

/** Layers of keys: the newest layer answers first, so an open dialog has the keyboard before the page below. */
export class KeyMap {
  readonly #layers: { readonly bindings: readonly Binding[]; readonly only: boolean }[] = []

  /** Adds a layer; `only` hides all layers below. Returns the way to remove it. */
  add(bindings: readonly Binding[], only = false): () => void {
    const layer = { bindings, only }
    this.#layers.push(layer)
    return () => void this.#layers.splice(this.#layers.indexOf(layer), 1)
  }

  /** Every key that answers now, newest layer first; a key that is taken above is not repeated. */
  active(): Binding[] {
    const found = new Map<string, Binding>()
    for (const { bindings, only } of [...this.#layers].reverse()) {
      for (const binding of bindings) if (!found.has(binding.keys)) found.set(binding.keys, binding)
      if (only) break
    }
    return [...found.values()]
  }

  /** Runs what the pressed key means; says whether it meant anything. */
  press(event: KeyboardEvent): boolean {
    if (event.isComposing || event.defaultPrevented) return false
    const keys = keysOf(event)
    const binding = this.active().find((known) => known.keys === keys)
    if (!binding) return false
    const modified = event.ctrlKey || event.metaKey || event.altKey
    if (isTyping(event.target) && !modified && !binding.whileTyping) return false
    event.preventDefault()
    binding.run(event)
    return true
  }
}

/** The page's one keyboard. */
export const keyMap = new KeyMap()

if (globalThis.document) document.addEventListener('keydown', (event) => keyMap.press(event))
