import { startEmbeddedEventStore, type EmbeddedEventStore } from '@jejak/embedded-event-store';
import {
  EventStoreDBClient,
  UnknownError,
  UnsupportedError,
  persistentSubscriptionToAllSettingsFromDefaults,
  persistentSubscriptionToStreamSettingsFromDefaults,
} from '@eventstore/db-client';
import { UsersClient } from '@eventstore/db-client/generated/users_grpc_pb';
import { DetailsReq } from '@eventstore/db-client/generated/users_pb';
import { credentials, type ServiceError } from '@grpc/grpc-js';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { collect, newStream, noted, rejection, take } from '../event-store/server/support';

jest.setTimeout(30_000);

let directory: string;
let node: EmbeddedEventStore;
let client: EventStoreDBClient;
beforeAll(async () => {
  directory = await mkdtemp(join(tmpdir(), 'event-store-refusals-'));
  node = await startEmbeddedEventStore({ directory });
  client = EventStoreDBClient.connectionString(node.connectionString);
});
afterAll(async () => {
  await client.dispose();
  await node.stop();
  await rm(directory, { recursive: true, force: true });
});

type Call = () => Promise<unknown>;

const toAll = persistentSubscriptionToAllSettingsFromDefaults();
const toStream = persistentSubscriptionToStreamSettingsFromDefaults();
const stream = newStream();

describe('what the node leaves out is refused in plain words:', () => {
  it.each<[string, Call]>([
    ['create', () => client.createPersistentSubscriptionToAll('group', toAll)],
    ['update', () => client.updatePersistentSubscriptionToAll('group', toAll)],
    ['delete', () => client.deletePersistentSubscriptionToAll('group')],
    ['info', () => client.getPersistentSubscriptionToAllInfo('group')],
    ['list', () => client.listPersistentSubscriptionsToAll()],
    ['replay', () => client.replayParkedMessagesToAll('group')],
    ['follow', () => collect(client.subscribeToPersistentSubscriptionToAll('group'))],
  ])('persistent subscriptions to $all, by the client itself: %s', async (_title, call) => {
    expect(await rejection(call())).toBeInstanceOf(UnsupportedError);
  });

  it.each<[string, Call]>([
    ['create', () => client.createPersistentSubscriptionToStream(stream, 'group', toStream)],
    ['update', () => client.updatePersistentSubscriptionToStream(stream, 'group', toStream)],
    ['delete', () => client.deletePersistentSubscriptionToStream(stream, 'group')],
    ['info', () => client.getPersistentSubscriptionToStreamInfo(stream, 'group')],
    ['list', () => client.listPersistentSubscriptionsToStream(stream)],
    ['list all', () => client.listAllPersistentSubscriptions()],
    ['replay', () => client.replayParkedMessagesToStream(stream, 'group')],
    ['restart', () => client.restartPersistentSubscriptionSubsystem()],
    ['follow', () => collect(client.subscribeToPersistentSubscriptionToStream(stream, 'group'))],
  ])('persistent subscriptions to a stream: %s', async (_title, call) => {
    const error = await rejection(call());
    expect(error).toBeInstanceOf(UnknownError);
    expect(error).toMatchObject({ code: 12 });
    expect(error.message).toContain('UNIMPLEMENTED');
  });

  it.each<[string, Call]>([
    ['create', () => client.createProjection('name', 'fromAll()')],
    [
      'create and track',
      () => client.createProjection('name', 'fromAll()', { trackEmittedStreams: true }),
    ],
    ['update', () => client.updateProjection('name', 'fromAll()')],
    ['enable', () => client.enableProjection('$by_category')],
    ['disable', () => client.disableProjection('$by_category')],
    ['list', () => client.listProjections()],
    ['status', () => client.getProjectionStatus('name')],
    ['state', () => client.getProjectionState('name')],
    ['result', () => client.getProjectionResult('name')],
    ['reset', () => client.resetProjection('name')],
    ['delete', () => client.deleteProjection('name')],
    ['restart', () => client.restartSubsystem()],
  ])('projections: %s', async (_title, call) => {
    const error = await rejection(call());
    expect(error).toMatchObject({ code: 12 });
    expect(error.message).toContain('UNIMPLEMENTED');
  });

  it('users', async () => {
    const [, address] = /:\/\/([^?/]+)/u.exec(node.connectionString) ?? [];
    const users = new UsersClient(address ?? '', credentials.createInsecure());
    const error = await new Promise<ServiceError | undefined>((resolve) => {
      users.details(new DetailsReq()).on('error', resolve);
    });
    users.close();
    expect(error).toMatchObject({ code: 12 });
  });
});

it('a client that was refused goes on with the same connection', async () => {
  const refused = client.getProjectionStatus(newStream());
  await rejection(refused);
  const following = take(client.subscribeToStream(stream), 2);
  await client.appendToStream(stream, [noted(0), noted(1)]);
  expect(await following).toHaveLength(2);
});
