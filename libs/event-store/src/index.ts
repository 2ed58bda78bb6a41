export * from './codec/command-sha256';
export * from './codec/position-text';
export * from './event-store';
export * from './ledger';
export * from './new-event';
export * from './store-errors';
