import {
  startEmbeddedEventStore,
  type EmbeddedEventStore,
  type EmbeddedEventStoreOptions,
} from '@jejak/embedded-event-store';
import { AccessDeniedError, EventStoreDBClient, UnavailableError } from '@eventstore/db-client';
import { createEventStore } from '@jejak/event-store';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { certificateFile, tls } from './certificate/certificate';
import {
  collect,
  newStream,
  noted,
  notedUpTo,
  numbers,
  rejection,
  take,
} from '../event-store/server/support';

// Starting compiles the worker's sources; on a busy machine that takes seconds.
jest.setTimeout(30_000);

const user = { name: 'jejak', password: 'pa:ss wörd/?#' };
const right = `${user.name}:${encodeURIComponent(user.password)}@`;

let directory: string;
let node: EmbeddedEventStore | undefined;
let clients: EventStoreDBClient[] = [];
beforeEach(async () => {
  directory = await mkdtemp(join(tmpdir(), 'tls-'));
});
afterEach(async () => {
  await Promise.all(clients.map((client) => client.dispose()));
  await node?.stop();
  clients = [];
  node = undefined;
  await rm(directory, { recursive: true, force: true });
});

async function start(options: Partial<EmbeddedEventStoreOptions> = {}): Promise<number> {
  node = await startEmbeddedEventStore({ directory, tls, user, ...options });
  return node.port;
}

function connect(address: string, authority = certificateFile): EventStoreDBClient {
  const client = EventStoreDBClient.connectionString(
    `${address}?tls=true&tlsCAFile=${authority}&maxDiscoverAttempts=2`,
  );
  clients.push(client);
  return client;
}

async function roundTrip(client: EventStoreDBClient): Promise<void> {
  const stream = newStream();
  const subscription = client.subscribeToStream(stream);
  await client.appendToStream(stream, notedUpTo(2));
  expect(numbers(await collect(client.readStream(stream)))).toEqual([0, 1]);
  expect(numbers(await take(subscription, 2))).toEqual([0, 1]);
  await client.deleteStream(stream);
}

describe('a node with a certificate', () => {
  it('says so in its connection string and is used over TLS, with or without a user', async () => {
    const port = await start({ user: undefined });
    expect(node?.connectionString).toBe(`esdb://127.0.0.1:${port}?tls=true`);
    await roundTrip(connect(`esdb://localhost:${port}`));
    await roundTrip(connect(`esdb://127.0.0.1:${port}`));
  });

  it('is not spoken to by a client that does not know its authority, nor in plain text', async () => {
    const port = await start();
    const stranger = EventStoreDBClient.connectionString(`esdb://${right}localhost:${port}`);
    const plain = EventStoreDBClient.connectionString(`esdb://localhost:${port}?tls=false`);
    clients.push(stranger, plain);
    for (const client of [stranger, plain]) {
      expect(await rejection(collect(client.readAll()))).toBeInstanceOf(UnavailableError);
    }
    await roundTrip(connect(`esdb://${right}localhost:${port}`));
  });

  it('is discovered under the name in its certificate', async () => {
    const port = await start({ advertisedHost: 'localhost' });
    expect(node?.connectionString).toBe(`esdb://localhost:${port}?tls=true`);
    await roundTrip(connect(`esdb+discover://${right}127.0.0.1:${port}`));
  });

  it('is discovered on all addresses under the name the client has dialled', async () => {
    const port = await start({ host: '0.0.0.0', remote: 'protected' });
    await roundTrip(connect(`esdb+discover://${right}localhost:${port}`));
    await roundTrip(connect(`esdb+discover://${right}127.0.0.1:${port}`));
  });
});

describe('a node with a user', () => {
  it('is used with the right credentials, given for the connection or for one call', async () => {
    const port = await start();
    await roundTrip(connect(`esdb://${right}localhost:${port}`));
    const anonymous = connect(`esdb://localhost:${port}`);
    const credentials = { username: user.name, password: user.password };
    const stream = newStream();
    await anonymous.appendToStream(stream, noted(1), { credentials });
    expect(numbers(await collect(anonymous.readStream(stream, { credentials })))).toEqual([1]);
  });

  it.each([
    ['no credentials', ''],
    ['a wrong password', `${user.name}:wrong@`],
    ['a wrong name', `somebody:${encodeURIComponent(user.password)}@`],
  ])('denies access with %s on every path, and keeps nothing', async (_, credentials) => {
    const port = await start();
    const client = connect(`esdb://${credentials}localhost:${port}`);
    const stream = newStream();
    const attempts: readonly (() => Promise<unknown>)[] = [
      () => client.appendToStream(stream, noted(0)),
      () =>
        client.appendToStream(stream, noted(0), {
          credentials: { username: 'somebody', password: 'wrong' },
        }),
      () => collect(client.readStream(stream)),
      () => collect(client.readAll()),
      () => take(client.subscribeToAll(), 1),
      () => client.deleteStream(stream),
      () => client.tombstoneStream(stream),
    ];
    for (const attempt of attempts) {
      expect(await rejection(attempt())).toBeInstanceOf(AccessDeniedError);
    }
    const allowed = connect(`esdb://${right}localhost:${port}`);
    const all = await collect(allowed.readAll());
    expect(all.map(({ event }) => event?.type)).toEqual(['$epoch-information']);
  });

  it('is opened by createEventStore with the user in the connection string', async () => {
    const port = await start();
    const address = `localhost:${port}?tls=true&tlsCAFile=${certificateFile}`;
    const store = createEventStore({
      connectionString: `esdb://${address}`,
      credentials: { username: user.name, password: user.password },
    });
    expect(await store.head()).toMatchObject({ newest: null });
    await store.close();
  });

  it('does not ask whoever may open its Unix socket', async () => {
    const unixSocket = join(directory, 'events.sock');
    await start({ unixSocket });
    const client = new EventStoreDBClient({ endpoint: `unix:${unixSocket}` }, { insecure: true });
    clients.push(client);
    await roundTrip(client);
  });
});

describe('a node that is not to be reached', () => {
  it.each([
    ['from other machines, unless that was said', { host: '0.0.0.0' }, 'remote-refused'],
    [
      'from other machines without TLS and a user',
      { host: '0.0.0.0', remote: 'protected', user: undefined },
      'remote-refused',
    ],
    ['by a user without TLS', { tls: undefined }, 'options-contradictory'],
  ])('%s, does not start', async (_, options, code) => {
    const starting = start(options as Partial<EmbeddedEventStoreOptions>);
    expect(await rejection(starting)).toMatchObject({ code });
  });
});
