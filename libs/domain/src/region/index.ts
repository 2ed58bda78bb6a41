export { levelOfCode } from './code-rules';
export type * from './commands';
export type * from './events';
export { region } from './region';
export {
  type CodeReservation,
  type CodeTenure,
  isRegistered,
  type RegisteredRegion,
  registeredRegion,
  type RegionState,
  reservedFor,
  tenureOn,
} from './state';
