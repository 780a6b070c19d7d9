import { run } from './bootstrap.mjs'

run('rekey.ts')
