export { backupEventStore, type Backup, type BackupOptions } from './backup/backup-event-store';
export {
  startEmbeddedEventStore,
  type EmbeddedEventStore,
  type EmbeddedEventStoreOptions,
} from './start';
export { type Progress, type Verification } from './verify/verify-directory';
export { verifyEventStore, type VerifyOptions } from './verify/verify-event-store';
