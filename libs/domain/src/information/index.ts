export type * from './commands';
export * from './events';
export { information } from './information';
export type * from './policy';
export type { InformationState, OpenedRequest } from './state';
