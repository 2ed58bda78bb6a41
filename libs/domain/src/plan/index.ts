export { firstDayOfYear } from './checkpoints';
export type * from './commands';
export * from './events';
export { plan } from './plan';
export type * from './policy';
export {
  type AdoptedPlan,
  type CheckpointProgress,
  isAdopted,
  type PlanState,
  type Progress,
  type Report,
  type TrackedItem,
  type TrackedMilestone,
} from './state';
export { type TrafficLight, trafficLight } from './traffic-light';
