export type * from './commands';
export { isPolicyKind, policyKinds } from './content-rules';
export type * from './contents';
export type * from './events';
export { policy } from './policy';
export {
  calendarsOf,
  policyInForce,
  policyOfVersion,
  type PolicyDraft,
  type PolicyInForce,
  type PolicyState,
  type PolicyVersion,
} from './state';
export { unconfirmedIn } from './unconfirmed';
