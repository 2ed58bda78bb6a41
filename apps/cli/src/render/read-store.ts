import { version } from '@jejak/config';
import { type EmbeddedReadStore, type Verification } from '@jejak/embedded-read-store';

import { alignedLines } from './aligned-lines';
import { counted } from './counted';

/** What is said of a node that has started. */
export interface ReadStoreReport extends Pick<
  EmbeddedReadStore,
  'connectionString' | 'socketConnectionString' | 'found'
> {
  /** Absolute. */
  readonly dataDirectory: string;
  /** Whether it listens for other machines too. */
  readonly isOpenToAll: boolean;
  readonly pid: number;
}

/** Aligned lines for a person. */
export function readStoreBlock(report: ReadStoreReport): string {
  const { connectionString, socketConnectionString, dataDirectory, found, pid } = report;
  return alignedLines([
    ['Jejak', `${version} read store`],
    ['connection', connectionString],
    ['socket', socketConnectionString === connectionString ? null : socketConnectionString],
    ['data', dataDirectory],
    ['views', found.collections === 0 ? 'none yet' : counted(found.collections, 'collection')],
    ['callers', callersOf(report)],
    ['use it', `MONGODB_URL='${connectionString}' npm start`],
    ['stop', `Ctrl-C, or: kill ${pid}`],
  ]);
}

/** The same on one line, for a program. */
export function readStoreLine({
  found,
  socketConnectionString,
  ...report
}: ReadStoreReport): string {
  return JSON.stringify({
    event: 'started',
    version,
    service: 'read-store',
    ...report,
    ...(socketConnectionString === null ? {} : { socketConnectionString }),
    collections: found.collections,
  });
}

function callersOf(report: ReadStoreReport): string {
  const { connectionString, socketConnectionString, isOpenToAll } = report;
  const atPort = isOpenToAll
    ? 'every machine that reaches the port WITHOUT PROTECTION'
    : 'this machine';
  const atSocket = 'your own user at the socket';
  if (socketConnectionString === null) return atPort;
  return socketConnectionString === connectionString ? atSocket : `${atPort}; ${atSocket}`;
}

/** What a verification found. */
export const readStoreVerificationLines = (
  directory: string,
  { collections, documents, entries, fault }: Verification,
): string[] => {
  const size = `${counted(documents, 'document')} in ${counted(collections, 'collection')}, ${entries.toLocaleString('en-US')} in indexes`;
  if (fault === null) return [`  Nothing is wrong in ${directory}: ${size}.`];
  return [
    `  FAULT in ${directory}, the first of ${size}:`,
    `  ${fault}`,
    '  Stop the node on it and remove the folder: views are built again from the events.',
  ];
};
