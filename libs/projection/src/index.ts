export { anyView, type AnyView } from './view/any-view';
export type { BatchLimits } from './lane/batches';
export { createProjectionRuntime, type ProjectionOptions } from './runtime/projection-runtime';
export { AnotherWriter, PoisonEvent, type EventPlace } from './errors';
export type { ProjectionLogEntry, ProjectionRuntime, ProjectionSettings } from './runtime/runtime';
export { fromStored, notDeleted, type Stored, type StoredDocument } from './view/stored-document';
export { viewCollection } from './storage/mongo/view-collection';
export { collectionName, type Generation, type ViewIdentity } from './view/generation';
export { createViewStandings, type ViewStandingsOptions } from './reading/mongo-view-standings';
export {
  ViewBeingBuilt,
  type DocumentRange,
  type ParkedNotice,
  type ReadableView,
  type Standing,
  type ViewStandings,
} from './reading/view-standings';
export type { ParkedKind } from './storage/parked';
export {
  createViewPositions,
  type ViewPositions,
  type ViewPositionsOptions,
  type Waited,
} from './reading/view-positions';
export type { HeadStatus, ViewFailure, ViewState, ViewStatus } from './runtime/view-status';
