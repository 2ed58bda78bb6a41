export * from './event-store';
export * from './ledger';
export * from './new-event';
export * from './store-errors';
