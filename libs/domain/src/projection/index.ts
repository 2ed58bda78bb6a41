export type * from './commands';
export * from './events';
export { projection } from './projection';
export { isSkipped, type ProjectionState, type Skip, skipOf } from './state';
