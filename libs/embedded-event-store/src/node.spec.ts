import { EventStoreDBClient, jsonEvent } from '@eventstore/db-client';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { connectionStringOf, listeningOf } from './listening';
import { startNode, type EventStoreNode } from './node';
import { DiskFull } from '@jejak/embedded-node';
import { EventLog } from './storage/event-log';

let directory: string;
let node: EventStoreNode;
let client: EventStoreDBClient;
const failed = jest.fn();
beforeEach(async () => {
  directory = await mkdtemp(join(tmpdir(), 'event-store-node-'));
  const listening = listeningOf({ directory });
  node = await startNode({ directory, listening }, failed);
  client = EventStoreDBClient.connectionString(connectionStringOf(listening, node.facts.port));
});
afterEach(async () => {
  jest.restoreAllMocks();
  failed.mockReset();
  await client.dispose();
  await node.stop();
  await rm(directory, { recursive: true });
});

const append = (stream: string) =>
  client.appendToStream(stream, jsonEvent({ type: 'Noted', data: { n: 1 } }));

describe('a node whose commit fails', () => {
  it('acknowledges nothing, then or later, shows nothing of it, and says that it must stop', async () => {
    await append('before');
    const broken = new Error('the device is gone');
    const commit = jest.spyOn(EventLog.prototype, 'commit').mockRejectedValueOnce(broken);
    const outcomes = await Promise.allSettled([append('during'), append('during')]);
    expect(outcomes.map(({ status }) => status)).toEqual(['rejected', 'rejected']);
    await expect(append('after')).rejects.toThrow('the device is gone');
    expect(commit).toHaveBeenCalledTimes(1);
    expect(failed.mock.calls).toEqual([[broken]]);
    const seen: (string | undefined)[] = [];
    for await (const { event } of client.readAll()) seen.push(event?.streamId);
    expect(seen).toEqual(['$epoch-information', 'before']);
  });
});

describe('a node without room on its disk', () => {
  it('says so, on every way of writing, and goes on', async () => {
    await append('kept');
    const full = new DiskFull('the disk is full: /data/events.lmdb cannot grow');
    jest.spyOn(EventLog.prototype, 'commit').mockRejectedValue(full);
    await expect(append('a')).rejects.toThrow(full.message);
    const credentials = { username: 'admin', password: 'changeit' };
    const event = jsonEvent({ type: 'Noted', data: {} });
    await expect(client.appendToStream('a', event, { credentials })).rejects.toThrow(full.message);
    await expect(client.deleteStream('kept')).rejects.toThrow(full.message);
    await expect(client.tombstoneStream('kept')).rejects.toThrow(full.message);
    expect(failed).not.toHaveBeenCalled();
    jest.restoreAllMocks();
    await expect(append('a')).resolves.toMatchObject({ nextExpectedRevision: 0n });
  });
});
