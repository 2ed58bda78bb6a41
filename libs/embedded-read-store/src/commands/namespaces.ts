import { ServerError } from '../errors';

const invalid = (text: string): ServerError => new ServerError(73, text);

/** As long as a database and collection together may be, in bytes. */
const maxNamespaceBytes = 255;
const maxDatabaseBytes = 63;

/** @throws ServerError 73. */
export function requireDatabaseName(name: string): void {
  if (name === '' || Buffer.byteLength(name) > maxDatabaseBytes || /[/\\. "$\0]/.test(name)) {
    throw invalid(`Invalid database name: '${name}'`);
  }
}

/** @throws ServerError 73. */
export function requireCollectionName(database: string, name: string): void {
  const bad = name === '' || name.startsWith('.') || name.endsWith('.') || /[$\0]/.test(name);
  if (bad) throw invalid(`Invalid collection name: '${name}'`);
  if (Buffer.byteLength(`${database}.${name}`) > maxNamespaceBytes) {
    throw invalid(`Fully qualified namespace is too long: ${database}.${name}`);
  }
}

/** Collections of this name belong to the server. @throws ServerError 73. */
export function requireOwnName(database: string, name: string): void {
  if (name.startsWith('system.')) {
    throw invalid(`Invalid system namespace: ${database}.${name}`);
  }
}

/** Database and collection of a full name. @throws ServerError 73. */
export function namespaceIn(text: string): readonly [database: string, collection: string] {
  const dot = text.indexOf('.');
  if (dot < 1) throw invalid(`Invalid namespace specified '${text}'`);
  const database = text.slice(0, dot);
  const name = text.slice(dot + 1);
  requireDatabaseName(database);
  requireCollectionName(database, name);
  return [database, name];
}
