import type { DemoLogin } from './demo-once.ts'

/** What the terminal says when all is up: where the pages are, and whom to log in as in the fictional district. */
export function welcome(publicUrl: string, logins: DemoLogin[]): string {
  const pages = [
    ['residents', `${publicUrl}/`],
    ['desk', `${publicUrl}/desk/`],
    ['field', `${publicUrl}/field/`],
    ['API', `${publicUrl}/api/`],
  ]
  const people = logins.map(({ name, role, login, password }) => [role, `${name}   ${login}   ${password}`])
  return [
    '',
    'Lianxin 连心桥 is ready.',
    ...table(pages),
    ...(people.length > 0 ? ['', 'Log in as (role, name, login, password)', ...table(people)] : []),
    '',
    'Ctrl-C stops it.',
  ].join('\n')
}

function table(rows: string[][]): string[] {
  const width = Math.max(...rows.map(([first = '']) => columns(first)))
  return rows.map(([first = '', second]) => `  ${first}${' '.repeat(width - columns(first))}   ${second}`)
}

/** Terminals draw Chinese characters two columns wide. */
function columns(text: string): number {
  return [...text].reduce((sum, character) => sum + (/\p{Script=Han}|[，。（）]/u.test(character) ? 2 : 1), 0)
}
