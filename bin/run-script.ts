import { spawn } from 'node:child_process'
import path from 'node:path'

export type ScriptOptions = { env?: NodeJS.ProcessEnv; signal?: AbortSignal }

/** Runs bin/`script` in a Node of its own, so that its memory is gone afterwards. @returns its exit code */
export function runScript(script: string, { env, signal }: ScriptOptions = {}): Promise<number> {
  return new Promise((resolve, reject) => {
    const file = path.join(import.meta.dirname, script)
    const child = spawn(process.execPath, [file], { stdio: 'inherit', env: env ?? process.env, signal })
    child.once('error', (error) => (error.name === 'AbortError' ? resolve(1) : reject(error)))
    child.once('exit', (code) => resolve(code ?? 1))
  })
}
