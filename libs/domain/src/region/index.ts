export { levelOfCode } from './code-rules';
export type * from './commands';
export type * from './events';
export { region } from './region';
export { isRegistered, registeredRegion, type RegionState } from './state';
