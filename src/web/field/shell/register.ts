/** Lets the application open without a network from the next time on. Browsers allow it on safe connections only. */
export function keepShell(): void {
  if (import.meta.env.DEV || !('serviceWorker' in navigator)) return
  void navigator.serviceWorker.register('/field/sw.js', { scope: '/field/' }).catch(() => {})
}
