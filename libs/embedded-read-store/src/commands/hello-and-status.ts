import { type Value, elementsOf, fieldOf, isArray, isObject } from '../bson/value';
import { BsonType } from '../bson/types';
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

const isSessionId = (session: Value): boolean =>
  isObject(session) && fieldOf(session, 'id')?.type === BsonType.binary;

/** Sessions carry nothing here: what names them is checked and they end at once. */
const sessionCommand: Command = {
  options: [],
  writes: false,
  run(command) {
    const sessions = command.get(command.name);
    if (!isArray(sessions) || !elementsOf(sessions).every(isSessionId)) {
      throw new ServerError(14, `BSON field '${command.name}' must be an array of session ids`);
    }
    return {};
  },
};

export const endSessions = sessionCommand;
export const killSessions = sessionCommand;
export const refreshSessions = sessionCommand;

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
