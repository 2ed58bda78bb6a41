export type * from './commands';
export { deadline } from './deadline';
export type * from './events';
export type { DeadlineState } from './state';
