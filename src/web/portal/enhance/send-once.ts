/** A second press while the first is on its way does nothing; the page says that it is sending. */
export function sendOnce(): void {
  for (const form of document.querySelectorAll<HTMLFormElement>('form[method=post]')) {
    form.addEventListener('submit', (event) => {
      if (form.dataset.sent) event.preventDefault()
      form.dataset.sent = 'yes'
      if (form.enctype === 'multipart/form-data') sayIn(form)
    })
  }
  // The browser's Back button may bring the page as it was left.
  addEventListener('pageshow', () => {
    for (const form of document.querySelectorAll<HTMLFormElement>('form[data-sent]')) restoreForm(form)
  })
}

function sayIn(form: HTMLFormElement): void {
  const said = document.createElement('p')
  said.className = 'sending'
  said.setAttribute('role', 'status')
  form.append(said)
  said.textContent = form.dataset.sending ?? ''
}

function restoreForm(form: HTMLFormElement): void {
  delete form.dataset.sent
  form.querySelector('.sending')?.remove()
}
