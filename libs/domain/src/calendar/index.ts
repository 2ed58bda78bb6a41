export * from './term';
export * from './time-zones';
export * from './working-days';
