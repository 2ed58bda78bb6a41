export { canonicalText } from './codec/canonical-text';
export { createEventStore, type EventStoreOptions } from './client/create-event-store';
export * from './codec/command-sha256';
export * from './codec/position-text';
export * from './event-store';
export * from './ledger';
export * from './ledger/create-ledger';
export * from './new-event';
export * from './store-errors';
