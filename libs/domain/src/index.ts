export * from './command-context';
export * from './decider';
export * from './events';
export * from './recorded-event';
export * from './refusal-codes';
export * from './region';
export * from './streams';
export * from './values';
