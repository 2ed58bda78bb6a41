export type * from './commands';
export type * from './events';
export { gratification } from './gratification';
export type * from './policy';
export { type GratificationReport, type GratificationState, reportCalled } from './state';
