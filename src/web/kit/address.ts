export type Values = Readonly<Record<string, unknown>>

/** Fills `:name` parameters of a path and appends the query; absent and empty values are left out. */
export function address(path: string, params: Values = {}, query: Values = {}): string {
  const filled = path.replace(/:(\w+)/g, (_, name: string) => {
    const value = params[name]
    if (value === undefined || value === null) throw new Error(`${path} needs ${name}`)
    return encodeURIComponent(String(value))
  })
  const search = new URLSearchParams()
  for (const [name, value] of Object.entries(query)) for (const one of [value].flat()) append(search, name, one)
  const asked = search.toString()
  return asked ? `${filled}?${asked}` : filled
}

function append(search: URLSearchParams, name: string, value: unknown): void {
  if (value !== undefined && value !== null && value !== '') search.append(name, String(value))
}
