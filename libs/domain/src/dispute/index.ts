export type * from './commands';
export { dispute } from './dispute';
export type * from './events';
export type { DisputeState } from './state';
