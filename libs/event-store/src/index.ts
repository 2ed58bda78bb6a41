export * from './codec/command-sha256';
export * from './codec/position-text';
export * from './event-store';
export * from './ledger';
export * from './ledger/create-ledger';
export * from './new-event';
export * from './store-errors';
export type * from './testing/faults';
export * from './testing/in-memory-event-store';
