export { backupEventStore, type Backup, type BackupOptions } from './backup/backup-event-store';
export {
  startEmbeddedEventStore,
  type EmbeddedEventStore,
  type EmbeddedEventStoreOptions,
} from './start';
export {
  verifyEventStore,
  type Verification,
  type VerifyOptions,
} from './verify/verify-event-store';
