export { backupEventStore, type Backup, type BackupOptions } from './backup/backup-event-store';
export { type EmbeddedEventStoreOptions, type TlsMaterial, type User } from './options';
export { startEmbeddedEventStore, type EmbeddedEventStore } from './start';
export { type Progress } from '@jejak/embedded-node';
export { type Verification } from './verify/verify-directory';
export { verifyEventStore, type VerifyOptions } from './verify/verify-event-store';
