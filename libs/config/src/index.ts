export * from './catalogue';
export * from './settings';
export * from './version';
