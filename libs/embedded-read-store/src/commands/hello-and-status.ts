import { ServerError } from '../errors';
import { maxDocumentSize } from '../storage/collection';
import { type Arguments, type Command, type Reply } from './command';
import { version, versionArray } from './hello';

const answering = (
  reply: (command: Arguments) => Reply,
  options: readonly string[] = [],
): Command => ({ options, writes: false, run: (command) => reply(command) });

export const ping = answering(() => ({}));

export const buildInfo = answering(() => ({
  version,
  versionArray,
  gitVersion: 'jejak embedded read store',
  modules: [],
  storageEngines: ['lmdb'],
  bits: 64,
  debug: false,
  maxBsonObjectSize: maxDocumentSize,
}));

export const serverStatus = answering(() => ({
  host: '127.0.0.1',
  version,
  process: 'jejak embedded read store',
  pid: BigInt(process.pid),
  uptime: process.uptime(),
  localTime: new Date(),
  storageEngine: { name: 'lmdb', persistent: true },
}));

export const connectionStatus = answering(
  () => ({ authInfo: { authenticatedUsers: [], authenticatedUserRoles: [] } }),
  ['showPrivileges'],
);

const parameters: Readonly<Record<string, unknown>> = {
  featureCompatibilityVersion: { version: '8.0' },
  enableTestCommands: false,
};

/** The few parameters a client may ask for. @throws ServerError 72 for any other. */
export const getParameter = answering((command) => {
  const asked = Object.entries(parameters).filter(([name]) => command.get(name) !== undefined);
  if (asked.length === 0) throw new ServerError(72, 'no option found to get');
  return Object.fromEntries(asked);
}, Object.keys(parameters));

/** @throws ServerError 20: a standalone has no transactions to end. */
export const endTransaction: Command = {
  options: ['recoveryToken'],
  writes: false,
  run() {
    throw new ServerError(
      20,
      'Transaction numbers are only allowed on a replica set member or mongos',
    );
  },
};
