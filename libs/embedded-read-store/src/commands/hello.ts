import { maxDocumentSize } from '../storage/collection';
import { maxMessageSize } from '../wire/framing';
import { type Command, type Reply } from './command';
import { maxBatchSize } from './operations';

/** The server release whose behaviour this node follows; wire version 21 belongs to 7.0. */
const version = '7.0.0';
const maxWireVersion = 21;

const greeting = (connectionId: number): Reply => ({
  helloOk: true,
  maxBsonObjectSize: maxDocumentSize,
  maxMessageSizeBytes: maxMessageSize,
  maxWriteBatchSize: maxBatchSize,
  localTime: new Date(),
  logicalSessionTimeoutMinutes: 30,
  connectionId,
  minWireVersion: 0,
  maxWireVersion,
  readOnly: false,
});

const greetingOptions =
  'helloOk client compression hostInfo topologyVersion maxAwaitTimeMS loadBalanced speculativeAuthenticate saslSupportedMechs backpressure'.split(
    ' ',
  );

/** A standalone: no setName, so the driver uses neither transactions nor retryable writes. */
export const hello: Command = {
  options: greetingOptions,
  writes: false,
  run: (_command, { connectionId }) => ({ isWritablePrimary: true, ...greeting(connectionId) }),
};

export const isMaster: Command = {
  options: greetingOptions,
  writes: false,
  run: (_command, { connectionId }) => ({ ismaster: true, ...greeting(connectionId) }),
};

const answering = (reply: () => Reply, options: readonly string[] = []): Command => ({
  options,
  writes: false,
  run: reply,
});

export const ping = answering(() => ({}));
export const endSessions = answering(() => ({}));
export const buildInfo = answering(() => ({
  version,
  versionArray: [7, 0, 0, 0],
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

export const configureFailPoint: Command = {
  options: ['mode', 'data'],
  writes: false,
  run(command, { faults }) {
    faults?.configure(
      command.text('configureFailPoint'),
      command.get('mode'),
      command.document('data'),
    );
    return {};
  },
};
