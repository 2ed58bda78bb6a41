export * from './compliance-board';
export * from './compliance-statistics';
export * from './declaration-register';
export * from './filing-counts';
export * from './obligor-counts';
export * from './compliance-by-year';
