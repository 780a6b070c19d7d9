import path from 'node:path'
import react from '@vitejs/plugin-react'
import { defineConfig } from 'vite'

const dist = path.resolve(import.meta.dirname, '../../../dist/portal')
const here = (file: string) => path.join(import.meta.dirname, file)

/** Two outputs: what the browser loads (styles and the small script), and `server.js`, which writes the pages. */
export default defineConfig({
  root: import.meta.dirname,
  base: '/portal/',
  publicDir: here('public'),
  plugins: [react()],
  builder: {},
  environments: {
    client: {
      build: {
        outDir: path.join(dist, 'client'),
        emptyOutDir: true,
        manifest: 'manifest.json',
        modulePreload: false,
        rolldownOptions: { input: { portal: here('enhance/index.ts') } },
      },
    },
    ssr: {
      // React goes into the bundle: a server installed without development dependencies has none.
      // TypeBox stays outside: the server has it anyway.
      resolve: { noExternal: true, external: ['typebox'] },
      define: { 'process.env.NODE_ENV': '"production"' },
      build: {
        ssr: true,
        outDir: dist,
        emptyOutDir: false,
        copyPublicDir: false,
        rolldownOptions: { input: { server: here('server.tsx') }, output: { entryFileNames: '[name].js' } },
      },
    },
  },
})
