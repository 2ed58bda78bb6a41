export type * from './commands';
export type * from './events';
export { feed, type FeedState, type RegisteredFeed } from './feed';
export { type FeedMapping, type FieldForm, type MappedField, mappedFrom } from './mapping';
export { receivedEvent, type ReceivedEventState } from './received-event';
