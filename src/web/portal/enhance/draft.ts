const storedAs = 'lianxin.portal.draft'
// Only what the matter is: a shared computer keeps no name and no phone number.
const kept = ['text', 'place'] as const
const keepFor = 7 * 24 * 3600 * 1000

interface Draft {
  readonly savedAt: number
  readonly values: Partial<Record<(typeof kept)[number], string>>
}

/** Keeps the words of an unsent request in this browser for a week, and forgets them once it is filed. */
export function keepDrafts(): void {
  if (document.body.dataset.page === 'filed') forget()
  const form = document.querySelector<HTMLFormElement>('form[data-draft]')
  if (!form) return
  restore(form)
  form.addEventListener('input', () => save(form))
}

function save(form: HTMLFormElement): void {
  const typed = new FormData(form)
  const values = Object.fromEntries(kept.map((name) => [name, String(typed.get(name) ?? '')]))
  store(JSON.stringify({ savedAt: Date.now(), values } satisfies Draft))
}

function restore(form: HTMLFormElement): void {
  const draft = read()
  const box = form.querySelector<HTMLTextAreaElement>('textarea[name=text]')
  if (!draft?.values.text || !box || box.value !== '') return
  for (const name of kept) fill(form, name, draft.values[name] ?? '')
  const notice = form.querySelector<HTMLElement>('[data-restored]')
  notice?.removeAttribute('hidden')
  notice?.querySelector('button')?.addEventListener('click', () => {
    forget()
    for (const name of kept) fill(form, name, '')
    notice.setAttribute('hidden', '')
    box.focus()
  })
}

function fill(form: HTMLFormElement, name: string, value: string): void {
  const field = form.elements.namedItem(name)
  if (field instanceof HTMLTextAreaElement || field instanceof HTMLInputElement) field.value = value
}

function read(): Draft | null {
  try {
    const draft = JSON.parse(localStorage.getItem(storedAs) ?? 'null') as Draft | null
    return draft && Date.now() - draft.savedAt < keepFor ? draft : null
  } catch {
    return null
  }
}

// A browser may refuse storage altogether; the form then simply keeps no draft.
function store(text: string): void {
  try {
    localStorage.setItem(storedAs, text)
  } catch {}
}

function forget(): void {
  try {
    localStorage.removeItem(storedAs)
  } catch {}
}
