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
export { allowed, type Grant, may, type Party, type Permission, type Purpose, type Thing, type Where } from './may.ts'
export { addIdentityRoutes, type IdentityHouse } from './routes.ts'
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
