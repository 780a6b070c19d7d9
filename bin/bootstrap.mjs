// Runs on whatever Node the machine has, so it uses nothing that is younger than its oldest supported version.
import { spawn, spawnSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { fileURLToPath } from 'node:url'

const root = path.dirname(path.dirname(fileURLToPath(import.meta.url)))
const OLDEST = [20, 19]
const PINNED_MAJOR = 24

/** Installs what the lockfile says where that is missing, then runs bin/`script` under the pinned Node. */
export function run(script) {
  refuseOldNode()
  if (!isInstalled()) install()
  const child = spawn(pinnedNode(), [path.join(root, 'bin', script), ...process.argv.slice(2)], {
    stdio: ['inherit', 'inherit', 'inherit', 'ipc'],
  })
  // The channel closes when this process dies, even by kill -9, and then the child stops too.
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal))
  followNpm(() => child.kill('SIGTERM'))
  child.once('exit', (code) => process.exit(code === null ? 1 : code))
}

function refuseOldNode() {
  const [major, minor] = process.versions.node.split('.').map(Number)
  if (major > OLDEST[0] || (major === OLDEST[0] && minor >= OLDEST[1])) return
  end(`Node ${process.versions.node} is too old: install Node ${OLDEST.join('.')} or newer.`)
}

function isInstalled() {
  const wanted = packagesOf('package-lock.json')
  const present = packagesOf('node_modules/.package-lock.json')
  return Object.keys(wanted).every((name) => {
    if (name === '' || (wanted[name].optional && !present[name])) return true
    return present[name] !== undefined && present[name].version === wanted[name].version
  })
}

function packagesOf(file) {
  try {
    return JSON.parse(readFileSync(path.join(root, file), 'utf8')).packages
  } catch {
    return {}
  }
}

function install() {
  const began = Date.now()
  console.log('  … installing dependencies (the first time takes a minute or two)')
  const npm = process.env.npm_execpath
  const [command, before] = npm?.endsWith('.js') ? [process.execPath, [npm]] : ['npm', []]
  const options = ['ci', '--include=dev', '--include=optional', '--no-fund', '--no-audit', '--loglevel=error']
  const result = spawnSync(command, [...before, ...options], { cwd: root, stdio: ['ignore', 'ignore', 'inherit'] })
  if (result.status !== 0) end('The dependencies could not be installed: npm says why above.')
  console.log(`  ✓ dependencies installed (${((Date.now() - began) / 1000).toFixed(1)} s)`)
}

function pinnedNode() {
  const pinned = path.join(root, 'node_modules', `node-${process.platform}-${process.arch}`, 'bin', 'node')
  if (existsSync(pinned) && !isMusl()) return pinned
  if (Number(process.versions.node.split('.')[0]) >= PINNED_MAJOR) return process.execPath
  return end(
    isMusl()
      ? `The pinned Node needs glibc: on a musl system such as Alpine install Node ${PINNED_MAJOR} and set DATABASE_URL.`
      : `There is no pinned Node for ${process.platform}-${process.arch}: install Node ${PINNED_MAJOR}.`,
  )
}

function isMusl() {
  return process.platform === 'linux' && !process.report.getReport().header.glibcVersionRuntime
}

/** npm killed by -9 leaves its shell and us behind; nobody would know that a server still runs. */
function followNpm(stop) {
  if (!process.env.npm_lifecycle_event || process.platform !== 'linux') return
  const npm = parentOf(process.ppid)
  const shell = process.ppid
  const watch = setInterval(() => {
    if (process.ppid === shell && parentOf(shell) === npm) return
    clearInterval(watch)
    stop()
  }, 500)
  watch.unref()
}

function parentOf(pid) {
  try {
    return /^\d+ \(.*\) \S (\d+)/s.exec(readFileSync(`/proc/${pid}/stat`, 'utf8'))[1]
  } catch {
    return undefined
  }
}

function end(sentence) {
  console.error(sentence)
  process.exit(1)
}
