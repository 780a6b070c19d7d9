import { run } from './bootstrap.mjs'

run('import.ts')
