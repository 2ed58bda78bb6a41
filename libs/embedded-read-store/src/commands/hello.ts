import { textOf } from '../bson/read';
import { BsonType } from '../bson/types';
import { fieldOf, isObject, type Value } from '../bson/value';
import { ServerError } from '../errors';
import { maxDocumentSize } from '../storage/collection';
import { maxMessageSize } from '../wire/framing';
import { type Arguments, type Command, type Context, type Reply } from './command';
import { maxBatchSize } from './operations';

/** The server release whose behaviour this node follows; wire version 25 belongs to 8.0. */
export const version = '8.0.0';
export const versionArray = [8, 0, 0, 0];
const maxWireVersion = 25;

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

function applicationIn(client: Value | undefined): string | undefined {
  const application = isObject(client) ? fieldOf(client, 'application') : undefined;
  const name = isObject(application) ? fieldOf(application, 'name') : undefined;
  return name?.type === BsonType.string ? textOf(name) : undefined;
}

function introduce(command: Arguments, { faults, connectionId }: Context): void {
  const application = applicationIn(command.get('client'));
  if (application !== undefined) faults?.introduce(connectionId, application);
}

/** A standalone: no setName, so the driver uses neither transactions nor retryable writes. */
export const hello: Command = {
  options: greetingOptions,
  writes: false,
  run: (command, context) => {
    introduce(command, context);
    return { isWritablePrimary: true, ...greeting(context.connectionId) };
  },
};

export const isMaster: Command = {
  options: greetingOptions,
  writes: false,
  run: (command, context) => {
    introduce(command, context);
    return { ismaster: true, ...greeting(context.connectionId) };
  },
};

/** For tests only: the registry offers it where the node was started with its fault switch. */
export const configureFailPoint: Command = {
  options: ['mode', 'data'],
  writes: false,
  run(command, { faults }) {
    if (command.database !== 'admin') {
      throw new ServerError(13, 'configureFailPoint may only be run against the admin database.');
    }
    const count = faults?.configure(
      command.text('configureFailPoint'),
      command.get('mode'),
      command.document('data'),
    );
    return { count: count ?? 0 };
  },
};
