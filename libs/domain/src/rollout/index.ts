export type * from './commands';
export type * from './events';
export { rollout } from './rollout';
export type { PlannedRollout, RolloutState } from './state';
