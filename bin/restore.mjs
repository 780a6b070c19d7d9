import { run } from './bootstrap.mjs'

run('restore.ts')
