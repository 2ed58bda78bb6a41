export * from './client-command';
export { type FactsFile } from './facts/facts-file';
export { type FactsImport, importOfFacts } from './facts/facts-import';
export { ImportFileInvalid, factsOf, readImport } from './import/read-import';
export * from './import/run-import';
export * from './jejak-client';
