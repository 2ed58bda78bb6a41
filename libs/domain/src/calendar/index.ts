export * from './counted-term';
export * from './term';
export * from './time-zones';
export * from './working-days';
