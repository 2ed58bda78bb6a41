export type * from './commands';
export { complaint } from './complaint';
export type * from './events';
export type * from './policy';
export {
  isSealed,
  mayRead,
  reporter,
  type ReporterCommand,
  type ReporterState,
  type SealedReporter,
} from './reporter';
export type * from './reporter-events';
export { type ComplaintState, isFiled, type OpenedComplaint } from './state';
