/** Brings the service framework along: loaded by those who really issue a token. */
export { openBuiltInIssuer } from '@jejak/access';
