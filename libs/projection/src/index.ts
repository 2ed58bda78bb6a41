export { anyView, type AnyView } from './view/any-view';
export type { BatchReport } from './lane/lane';
export type { PageLimits } from './lane/pages';
export { createProjectionRuntime, type ProjectionOptions } from './runtime/projection-runtime';
export { AnotherWriter, LeaseLost, PoisonEvent } from './errors';
export type { Difference, DocumentDifference } from './generations/difference';
export {
  OperationRefused,
  type BuildState,
  type BuildStatus,
  type OperationCode,
  type ParkedEntry,
  type ProjectionOperations,
} from './operations';
export { mostCounted } from './parking/waiting-behind';
export type { ProjectionRuntime } from './runtime/runtime';
export type { ProjectionLogEntry, ProjectionSettings } from './runtime/settings';
export type { BuildPurpose } from './storage/catalogue';
export type { EventReference, ParkedKey, ParkedKind, ParkedRecord } from './storage/parked';
export { fromStored, notDeleted, type Stored, type StoredDocument } from './view/stored-document';
export { isOutage } from './storage/mongo/outage';
export { viewCollection } from './storage/mongo/view-collection';
export { collectionName, type Generation, type ViewIdentity } from './view/generation';
export { NoAnswer } from './reading/shared-look';
export { createViewStandings, type ViewStandingsOptions } from './reading/mongo-view-standings';
export {
  ViewBeingBuilt,
  type DocumentRange,
  type ParkedNotice,
  type ReadableView,
  type Standing,
  type ViewStandings,
} from './reading/view-standings';
export type {
  HeadStatus,
  RuntimeCounters,
  ViewCounters,
  ViewFailure,
  ViewState,
  ViewStatus,
} from './runtime/view-status';
