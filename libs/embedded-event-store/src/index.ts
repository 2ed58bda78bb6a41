export { type EmbeddedEventStoreOptions, type TlsMaterial, type User } from './options';
export { startEmbeddedEventStore, type EmbeddedEventStore } from './start';
