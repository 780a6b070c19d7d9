export {
  type Actor,
  actorKey,
  administratorRoles,
  isOf,
  type Name,
  type Post,
  type Role,
  roles,
  systemActor,
} from './actor.ts'
export { findActor, loadActor, type StaffId } from './actors.ts'
export { authenticateBy } from './authentication.ts'
export { createStaff, type NewStaff } from './create-staff.ts'
export { endPost, type PostEnd } from './end-post.ts'
export { endStaff, type StaffEnd } from './end-staff.ts'
export { type FoundedUnit, foundUnit } from './found-unit.ts'
export { grantPost, type NewPost } from './grant-post.ts'
export { type IdentityWork, identityJobs } from './identity-jobs.ts'
export { openStaffLogin, type StaffLogin } from './login/index.ts'
export type { LoginConfig } from './login/login-house.ts'
export { allowed, type Grant, may, type Party, type Permission, type Purpose, type Thing, type Where } from './may.ts'
export { renameUnit, type UnitRename } from './rename-unit.ts'
export { previewReorganisation } from './reorganise/plan.ts'
export { rehomeDue } from './reorganise/rehome-due.ts'
export type { CaseHomes, Reorganisation } from './reorganise/reorganisation.ts'
export { type Reorganised, reorganise } from './reorganise/reorganise.ts'
export { requireDuty } from './require-duty.ts'
export { type LogInReset, resetLogIn } from './reset-log-in.ts'
export { openResidentLogin, type ResidentLogin } from './residents/index.ts'
export type { ResidentHouse, ResidentPorts, SentCode } from './residents/resident-house.ts'
export { addIdentityRoutes, type IdentityHouse } from './routes.ts'
export { getStaff, listStaff, type Staff, type StaffPost } from './staff.ts'
export {
  children,
  districtDate,
  findUnit,
  getUnit,
  searchUnits,
  type Unit,
  type UnitKind,
  unitName,
  unitTree,
} from './units.ts'
