import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { installDebian } from './debian-package.ts'

const PLACES = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
]

/** The Chromium of CHROMIUM or of the machine; as root on Debian it is installed, with a Chinese font. */
export function findBrowser(): string | undefined {
  const given = process.env.CHROMIUM
  if (given) return existsSync(given) ? given : undefined
  const found = installed()
  if (found && hasChineseFont()) return found
  installDebian('chromium', 'fonts-noto-cjk')
  return installed()
}

export const BROWSER_ADVICE =
  'The journeys need a Chromium: install the packages chromium and fonts-noto-cjk, or set CHROMIUM to the path of one.'

function installed(): string | undefined {
  return PLACES.find((place) => existsSync(place))
}

/** Where fontconfig is missing nobody can tell, and the system's own fonts have to do. */
function hasChineseFont(): boolean {
  const list = spawnSync('fc-list', [':lang=zh'], { encoding: 'utf8' })
  return list.error !== undefined || list.stdout.trim() !== ''
}
