export type * from './commands';
export { erasure } from './erasure';
export * from './events';
export type * from './policy';
export { mayShred } from './shred-subject-key';
export { type AskedErasure, type ErasureState, isAsked } from './state';
