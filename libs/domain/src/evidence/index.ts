export type * from './commands';
export { evidence } from './evidence';
export type * from './events';
export { standingPoints } from './standing-points';
export { type EvidenceState, standingUpload, type Upload, type UploadState } from './state';
