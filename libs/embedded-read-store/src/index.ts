export { type EmbeddedReadStoreOptions } from './options';
export { type EmbeddedReadStore, startEmbeddedReadStore } from './start';
export { type Verification, verifyReadStore, type VerifyOptions } from './verify/verify-read-store';
