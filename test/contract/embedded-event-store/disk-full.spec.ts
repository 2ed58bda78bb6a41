import { verifyEventStore } from '@jejak/embedded-event-store';
import { createEventStore, StoreUnavailable } from '@jejak/event-store';
import {
  ErrorType,
  EventStoreDBClient,
  binaryEvent,
  type AppendResult,
} from '@eventstore/db-client';
import { execFileSync } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { samples } from '../event-store/samples';
import { startChildNode, type ChildNode } from './child-node';
import { collect, newStream, rejection } from '../event-store/server/support';

// Starting compiles the worker's sources; on a busy machine that takes seconds.
jest.setTimeout(60_000);

let directory: string;
let node: ChildNode;
let client: EventStoreDBClient;
beforeEach(async () => {
  directory = await mkdtemp(join(tmpdir(), 'event-store-full-'));
  node = await startChildNode(directory, 1_024);
  client = EventStoreDBClient.connectionString(node.connectionString);
});
afterEach(async () => {
  await client.dispose();
  await node.kill();
  await rm(directory, { recursive: true, force: true });
});

const events = (count: number) =>
  Array.from({ length: count }, () =>
    binaryEvent({ type: 'Filled', data: Buffer.alloc(4_000, 'x') }),
  );

interface Asked {
  readonly stream: string;
  readonly events: ReturnType<typeof events>;
  readonly outcome: AppendResult | Error;
}

const isError = (outcome: Asked['outcome']): outcome is Error => outcome instanceof Error;

/** Eight writers append three events at a time, each until it is refused. */
async function fill(): Promise<{ done: Asked[]; refused: Asked[] }> {
  const asked: Asked[] = [];
  const writer = async (): Promise<void> => {
    const stream = newStream('filled');
    let isRefused = false;
    while (!isRefused && asked.length < 1_000) {
      const batch = events(3);
      const outcome = await client
        .appendToStream(stream, batch)
        .catch((error: unknown) => error as Error);
      asked.push({ stream, events: batch, outcome });
      isRefused = isError(outcome);
    }
  };
  await Promise.all(Array.from({ length: 8 }, writer));
  return {
    done: asked.filter(({ outcome }) => !isError(outcome)),
    refused: asked.filter(({ outcome }) => isError(outcome)),
  };
}

/** Gives the process the room it did not have. */
function makeRoom(): void {
  execFileSync('prlimit', ['--pid', String(node.pid), '--fsize=unlimited']);
}

const idsOf = (asked: readonly Asked[]) => asked.flatMap((one) => one.events.map(({ id }) => id));

describe('a disk that is full', () => {
  it('refuses the append in words, keeps what was acknowledged, and takes it once there is room', async () => {
    const seen: (string | undefined)[] = [];
    const subscription = client.subscribeToAll();
    subscription.on('data', ({ event }) => seen.push(event?.id)).on('error', () => undefined);
    const { done, refused } = await fill();
    expect(done.length).toBeGreaterThan(10);
    expect(refused).toHaveLength(8);
    for (const { outcome } of refused) {
      expect(outcome).toMatchObject({ type: ErrorType.UNKNOWN, code: undefined });
      expect((outcome as Error).message).toContain('the disk is full');
      expect((outcome as Error).message).toContain(directory);
    }

    const there = async () => (await collect(client.readAll())).map(({ event }) => event?.id);
    const before = await there();
    // The first event is the node's own.
    expect(before.slice(1).sort()).toEqual(idsOf(done).sort());

    // Neither what is repeated nor what is wrong needs room.
    const [first] = done;
    expect(await client.appendToStream(first!.stream, first!.events)).toEqual(first!.outcome);
    const wrong = client.appendToStream(first!.stream, events(1), { expectedRevision: 900n });
    expect(await rejection(wrong)).toMatchObject({ type: ErrorType.WRONG_EXPECTED_VERSION });
    const more = await rejection(client.appendToStream(newStream(), events(60)));
    expect(more.message).toContain('the disk is full');
    expect(await there()).toEqual(before);

    makeRoom();
    for (const { stream, events: same } of refused) await client.appendToStream(stream, same);
    const after = await there();
    expect(after.slice(0, before.length)).toEqual(before);
    expect(after.slice(1).sort()).toEqual(idsOf([...done, ...refused]).sort());
    while (seen.length < after.length) await new Promise((resolve) => setTimeout(resolve, 10));
    expect(seen).toEqual(after);

    await node.kill();
    expect(await verifyEventStore({ directory })).toMatchObject({
      events: after.length,
      fault: null,
    });
  });

  it('is known to the application as an append that was not written', async () => {
    const store = createEventStore({ connectionString: node.connectionString });
    await fill();
    const error = await rejection(store.append('framework-mcp-2024', 'none', samples(1, 200)));
    expect(error).toBeInstanceOf(StoreUnavailable);
    await store.close();
  });
});
