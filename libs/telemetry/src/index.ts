export * from './logger';
export * from './metrics/definition';
export * from './metrics/metrics';
export * from './nest-logger';
