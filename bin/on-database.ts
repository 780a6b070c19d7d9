import type { DatabasesConfig } from '../src/platform/config-databases.ts'

/** The same logins on another database of the same server. */
export function onDatabase(databases: DatabasesConfig, name: string): DatabasesConfig {
  const there = (url: string) => Object.assign(new URL(url), { pathname: `/${name}` }).href
  const { staff, portal, worker, auth, figures } = databases.urls
  return {
    owner: there(databases.owner),
    direct: there(databases.direct),
    urls: {
      staff: there(staff),
      portal: there(portal),
      worker: there(worker),
      auth: there(auth),
      figures: there(figures),
    },
  }
}

export function databaseNameOf(url: string): string {
  return decodeURIComponent(new URL(url).pathname.slice(1))
}
