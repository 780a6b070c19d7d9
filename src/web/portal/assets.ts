import type { Assets } from './pages.ts'

type Manifest = Readonly<Record<string, { file: string; css?: readonly string[]; isEntry?: boolean }>>

/** Reads the addresses of the portal's style sheets and scripts from Vite's manifest. */
export function assetsOf(manifest: Manifest): Assets {
  const entries = Object.values(manifest).filter((chunk) => chunk.isEntry)
  return {
    styles: entries.flatMap((chunk) => chunk.css ?? []).map((file) => `/portal/${file}`),
    modules: entries.map((chunk) => `/portal/${chunk.file}`),
  }
}
