export type * from './commands';
export type * from './events';
export { index } from './indices';
export * from './scales';
export type { IndexState } from './state';
export { indexGroups, isIndexSubject, regionOfSubject } from './subject';
