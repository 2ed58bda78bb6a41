import type { Checkpoint, Lease } from '../storage/checkpoint';
import type { EventReference, ParkedRecord } from '../storage/parked';
import type { ProjectionStorage } from '../storage/projection-storage';
import type { Generation } from '../view/generation';
import type { StoredDocument } from '../view/stored-document';
import { at } from './recorded';

export const ranking: Generation = { name: 'ranking', version: 3, build: 1 };
export const rebuilt: Generation = { name: 'ranking', version: 3, build: 2 };

/** Longer than any of these specifications takes on a busy machine. */
export const long = 60_000;

export const checkpointAt = (place: number): Checkpoint => ({
  position: at(place),
  events: place,
  recordedAt: new Date(Date.UTC(2026, 0, place)).toISOString(),
});

export const documentAt = (_id: string, place: number, fields: object = {}): StoredDocument => ({
  _id,
  position: at(place),
  ...fields,
});

export const tombstoneAt = (_id: string, place: number): StoredDocument =>
  documentAt(_id, place, { _deleted: true });

export const referenceAt = (commit: bigint, prepare = commit): EventReference => ({
  id: `event-${commit.toString()}`,
  stream: 'pact-x',
  revision: 2n ** 62n + 1n,
  position: { commit, prepare },
  type: 'PactSigned',
});

export const parkedAt = (key: string, place: number): ParkedRecord => ({
  kind: 'document',
  key,
  event: referenceAt(BigInt(place)),
  error: 'cannot be folded',
  attempts: 1,
  firstFailedAt: '2026-01-02T00:00:00.000Z',
  lastFailedAt: '2026-01-02T00:00:00.000Z',
});

/** The lease, which must be free for the taking. */
export async function leaseOf(
  storage: ProjectionStorage,
  generation: Generation,
  writer: string,
  milliseconds = long,
): Promise<Lease> {
  const acquisition = await storage.acquire(generation, writer, milliseconds);
  if (acquisition.kind === 'held') throw new Error(`${acquisition.writer} has the lease`);
  return acquisition.lease;
}
