export type * from './commands';
export { complianceRatios, type ComplianceCounts, type ComplianceRatios } from './compliance';
export { declaration } from './declaration';
export type * from './events';
export type * from './policy';
export {
  type DeclarationState,
  type Filing,
  isRegistered as isObligor,
  lastDayOfYear,
  type Obligor,
  type TimeInOffice,
  yearOf,
} from './state';
export {
  declarationStatistic,
  type RecordComplianceStatistic,
  type StatisticState,
} from './statistic';
export type * from './statistic-events';
