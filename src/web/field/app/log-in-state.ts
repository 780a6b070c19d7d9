type Watcher = () => void

/** Whether the log-in has ended while the application was open: the frame asks to log in again, nothing is lost. */
class LogInState {
  #ended = false
  readonly #watchers = new Set<Watcher>()
  watch = (watcher: Watcher): (() => void) => {
    this.#watchers.add(watcher)
    return () => this.#watchers.delete(watcher)
  }
  get = (): boolean => this.#ended
  set(ended: boolean): void {
    if (this.#ended === ended) return
    this.#ended = ended
    for (const watcher of this.#watchers) watcher()
  }
}

export const loggedOut = new LogInState()
