/// <reference lib="webworker" />
import { type Shell, serve, store, tidy } from './shell.ts'

declare const self: ServiceWorkerGlobalScope
declare const __SHELL__: Shell

const shell = __SHELL__

self.addEventListener('install', (event) => {
  event.waitUntil(store(caches, shell).then(() => self.skipWaiting()))
})

self.addEventListener('activate', (event) => {
  event.waitUntil(tidy(caches, shell).then(() => self.clients.claim()))
})

self.addEventListener('fetch', (event) => {
  const answer = serve(event.request, caches, shell)
  if (answer) event.respondWith(answer)
})
