export { EmbeddedReadStoreError } from './embedded-read-store-error';
export {
  type EmbeddedReadStore,
  type EmbeddedReadStoreOptions,
  startEmbeddedReadStore,
} from './start';
