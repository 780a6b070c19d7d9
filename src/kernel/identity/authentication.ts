import type { Authenticate } from '#platform/http'
import type { StaffLogin } from './login/index.ts'
import type { ResidentLogin } from './residents/index.ts'

/**
 * Who calls, for the guard of a route. On public pages a resident is known where they logged in; whoever else is logged
 * in there is known as staff.
 */
export const authenticateBy =
  (staff: StaffLogin, residents: ResidentLogin): Authenticate =>
  async (request, guard) => {
    const resident = guard === 'staff' ? null : await residents.find(request)
    if (resident || guard === 'resident') return resident
    return (await staff.find(request))?.actor ?? null
  }
