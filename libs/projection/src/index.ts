export { anyView, type AnyView } from './any-view';
export type { BatchLimits } from './batches';
export { createProjectionRuntime, type ProjectionOptions } from './projection-runtime';
export { AnotherWriter, PoisonEvent, type EventPlace } from './projection-errors';
export type { ProjectionLogEntry, ProjectionRuntime, ProjectionSettings } from './runtime';
export { fromStored, notDeleted, type Stored, type StoredDocument } from './stored-document';
export { viewCollection } from './view-collection';
export { collectionName, type ViewIdentity } from './view-identity';
export {
  createViewPositions,
  type ViewPositions,
  type ViewPositionsOptions,
  type Waited,
} from './view-positions';
export type { HeadStatus, ViewFailure, ViewState, ViewStatus } from './view-status';
