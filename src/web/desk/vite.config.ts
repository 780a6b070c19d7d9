import path from 'node:path'
import react from '@vitejs/plugin-react'
import { defineConfig } from 'vite'
import { contractData } from '../kit/contract-data.ts'

/** The desk is served under /desk/ from dist/desk; a page under development asks a server on port 9677. */
export default defineConfig({
  root: import.meta.dirname,
  base: '/desk/',
  plugins: [contractData(), react()],
  build: {
    outDir: path.resolve(import.meta.dirname, '../../../dist/desk'),
    emptyOutDir: true,
    manifest: true,
    // Ant Design's own chunk is a little over the usual warning; it is kept by the browser between releases.
    chunkSizeWarningLimit: 900,
    rolldownOptions: {
      output: {
        codeSplitting: {
          groups: [
            { name: 'react', test: /node_modules\/(?:react|react-dom|scheduler|@tanstack|i18next)\// },
            {
              name: 'controls',
              test: /node_modules\/(?:antd|@ant-design|@rc-component|@emotion|dayjs)\//,
              minShareCount: 2,
            },
          ],
        },
      },
    },
  },
  server: { port: 9678, proxy: { '/api': 'http://localhost:9677' } },
})
