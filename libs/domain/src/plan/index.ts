export type * from './commands';
export type * from './events';
export { plan } from './plan';
export {
  type AdoptedPlan,
  isAdopted,
  type PlanState,
  type Progress,
  type Report,
  type TrackedItem,
  type TrackedMilestone,
} from './state';
