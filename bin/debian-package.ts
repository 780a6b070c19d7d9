import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'

/** Installs Debian packages where we are root on a system with apt. @returns whether they are there afterwards */
export function installDebian(...packages: string[]): boolean {
  if (process.getuid?.() !== 0 || !existsSync('/usr/bin/apt-get')) return false
  console.log(`  … installing ${packages.join(' ')} from Debian`)
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' }
  const apt = (...options: string[]) => spawnSync('apt-get', ['-qq', ...options], { env, stdio: 'ignore' }).status === 0
  const install = () => apt('install', '--yes', '--no-install-recommends', ...packages)
  return install() || (apt('update') && install())
}
