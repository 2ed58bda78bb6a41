export type * from './commands';
export * from './events';
export { pact } from './pact';
export * from './breach';
export * from './coverage';
export * from './signer';
export { pactText } from './pact-text';
export { isSameParty, mayBeSamePerson } from './parties';
export {
  isPublished,
  type OpenPact,
  type PactState,
  type PublishedPact,
  type SupersededPact,
} from './state';
export { lastDayOfText, type PactTextState, publishedText } from './text-state';
