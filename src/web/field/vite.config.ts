import path from 'node:path'
import react from '@vitejs/plugin-react'
import { defineConfig } from 'vite'
import { contractData } from '../kit/contract-data.ts'
import { shellList } from './shell/shell-list.ts'

const here = (file: string) => path.join(import.meta.dirname, file)

/** The field is served under /field/ from dist/field; a page under development asks a server on port 9677. */
export default defineConfig({
  root: import.meta.dirname,
  base: '/field/',
  plugins: [contractData(), react(), shellList()],
  build: {
    outDir: path.resolve(import.meta.dirname, '../../../dist/field'),
    emptyOutDir: true,
    manifest: true,
    modulePreload: false,
    // One piece, about 165 KB compressed: the phone keeps it, and in the lift nothing can be fetched later.
    chunkSizeWarningLimit: 700,
    rolldownOptions: {
      input: { field: here('index.html'), sw: here('shell/sw.ts') },
      // The worker's address is its identity: it may not change from release to release.
      output: { entryFileNames: (chunk) => (chunk.name === 'sw' ? 'sw.js' : 'assets/[name]-[hash].js') },
    },
  },
  server: { port: 9679, proxy: { '/api': 'http://localhost:9677' } },
})
