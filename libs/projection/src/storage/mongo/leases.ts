import { LeaseLost } from '../../errors';
import { collectionName, type Generation } from '../../view/generation';
import type { Acquisition, Lease } from '../checkpoint';
import { checkpointOf, held, latest } from './checkpoints';
import type { Collections, StoredCheckpoint } from './collections';
import { isDuplicateKey } from './outage';
import { serverTime } from './server-time';

/** Renewed so long ago that every lease has run out. */
const longAgo = new Date(0);

const nobodys = { fence: 0n, writer: '', leaseMilliseconds: 0, renewedAt: longAgo };

/** How often a lease is looked at that changes hands, or is renewed, while it is being taken. */
const attempts = 5;

/** Changes nothing that is there: the process may have been paused since it found nothing. */
async function ensure({ checkpoints }: Collections, generation: Generation): Promise<void> {
  const { name: view, version, build } = generation;
  const beginning = { position: null, events: 0, recordedAt: null, parked: 0 };
  const upsert = {
    filter: { _id: collectionName(generation), view: { $exists: false } },
    update: {
      $setOnInsert: { view, version, build, ...beginning, ...nobodys },
      $currentDate: { updatedAt: true as const },
    },
    upsert: true,
  };
  try {
    await checkpoints.bulkWrite([{ updateOne: upsert }], { ordered: false });
  } catch (error) {
    if (!isDuplicateKey(error)) throw error;
  }
}

/** Written by the first release, whose projector had no leases: what it filled goes on from there. */
const isWithoutLease = (stored: Partial<StoredCheckpoint>): boolean => stored.fence === undefined;

async function adopt({ checkpoints }: Collections, generation: Generation): Promise<void> {
  const { build } = generation;
  await checkpoints.updateOne(
    { _id: collectionName(generation), fence: { $exists: false } },
    { $set: { build, parked: 0, ...nobodys } },
  );
}

async function hasRunOut(
  { db }: Collections,
  { renewedAt, leaseMilliseconds }: StoredCheckpoint,
): Promise<boolean> {
  const now = await serverTime(db);
  return now.getTime() - renewedAt.getTime() >= leaseMilliseconds;
}

/** Null when the lease is not as it was read any more. */
async function takeOver(
  { checkpoints }: Collections,
  { _id, fence, renewedAt }: StoredCheckpoint,
  writer: string,
  leaseMilliseconds: number,
): Promise<StoredCheckpoint | null> {
  const update = {
    $set: { writer, leaseMilliseconds },
    $inc: { fence: 1n },
    $currentDate: { renewedAt: true as const },
  };
  // Answers with the checkpoint as it stands under the new fence: nobody can move it in between.
  return checkpoints.findOneAndUpdate({ _id, fence, renewedAt }, update, {
    returnDocument: 'after',
  });
}

export async function acquire(
  collections: Collections,
  generation: Generation,
  writer: string,
  leaseMilliseconds: number,
): Promise<Acquisition> {
  const _id = collectionName(generation);
  for (let attempt = 1; ; attempt += 1) {
    const stored = await collections.checkpoints.findOne({ _id });
    if (stored === null) {
      await ensure(collections, generation);
      continue;
    }
    if (isWithoutLease(stored)) {
      await adopt(collections, generation);
      continue;
    }
    const own = stored.writer === writer || stored.writer === '';
    const free = own || (await hasRunOut(collections, stored));
    const taken = free ? await takeOver(collections, stored, writer, leaseMilliseconds) : null;
    if (taken !== null) {
      const lease = { generation, fence: taken.fence };
      return { kind: 'acquired', lease, checkpoint: checkpointOf(taken), parked: taken.parked };
    }
    if (!free || attempt >= attempts) {
      const { writer: holder, parked } = stored;
      return { kind: 'held', writer: holder, checkpoint: checkpointOf(stored), parked };
    }
  }
}

export async function renew(collections: Collections, leases: readonly Lease[]): Promise<void> {
  if (leases.length === 0) return;
  const update = { $currentDate: { renewedAt: true as const } };
  const operations = leases.map((lease) => ({ updateOne: { filter: held(lease), update } }));
  const { matchedCount } = await collections.checkpoints.bulkWrite(operations, { ordered: false });
  if (matchedCount < operations.length) throw new LeaseLost(await lostOf(collections, leases));
}

async function lostOf({ checkpoints }: Collections, leases: readonly Lease[]): Promise<string[]> {
  const names = leases.map(({ generation }) => collectionName(generation));
  const stored = await checkpoints.find({ _id: { $in: names } }, latest).toArray();
  const fences = new Map(stored.map(({ _id, fence }) => [_id, fence] as const));
  const lost = leases.filter(
    ({ generation, fence }) => fences.get(collectionName(generation)) !== fence,
  );
  return (lost.length > 0 ? lost : leases).map(({ generation }) => collectionName(generation));
}

export async function release(
  { checkpoints }: Collections,
  leases: readonly Lease[],
): Promise<void> {
  if (leases.length === 0) return;
  const update = { $set: { renewedAt: longAgo } };
  const operations = leases.map((lease) => ({ updateOne: { filter: held(lease), update } }));
  await checkpoints.bulkWrite(operations, { ordered: false });
}
