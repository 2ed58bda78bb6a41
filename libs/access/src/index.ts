export { Public } from '@jejak/http';
export * from './authentication-guard';
export * from './built-in-issuer';
export * from './permissions';
export * from './principal';
export * from './token-verifier';
