import { serialize } from 'bson';
import { Long } from 'mongodb';

import { bulkSize, regions, scoreDocument, scoreId, topSize } from './documents';

/** What a canned node answers whatever is asked of it, in the shape a real answer has. */
export type Canned = 'upserted' | 'updated' | 'one' | 'top' | 'groups';

const numbersUpTo = (count: number): number[] => Array.from({ length: count }, (_, n) => n);

const cursorOf = (firstBatch: readonly object[]) => ({
  cursor: { firstBatch, id: Long.ZERO, ns: 'bench.scores' },
  ok: 1,
});

const replies: Readonly<Record<Canned, () => object>> = {
  upserted: () => ({
    n: bulkSize,
    nModified: 0,
    upserted: numbersUpTo(bulkSize).map((index) => ({ index, _id: scoreId(index) })),
    ok: 1,
  }),
  updated: () => ({ n: bulkSize, nModified: bulkSize, ok: 1 }),
  one: () => cursorOf([scoreDocument(1, 0)]),
  top: () => cursorOf(numbersUpTo(topSize).map((n) => scoreDocument(n, 0))),
  groups: () =>
    cursorOf(
      numbersUpTo(regions).map((n) => ({
        _id: scoreDocument(n, 0).region,
        documents: 200,
        mean: n / 7,
        best: 99.5,
      })),
    ),
};

export const cannedReply = (kind: Canned): Uint8Array => serialize(replies[kind]());

/** What a node of its kind says to `hello`; with it the driver behaves as it does to the real one. */
export const greeting = (): Uint8Array =>
  serialize({
    helloOk: true,
    isWritablePrimary: true,
    ismaster: true,
    maxBsonObjectSize: 16 * 2 ** 20,
    maxMessageSizeBytes: 48_000_000,
    maxWriteBatchSize: 100_000,
    localTime: new Date(),
    logicalSessionTimeoutMinutes: 30,
    minWireVersion: 0,
    maxWireVersion: 21,
    readOnly: false,
    ok: 1,
  });

export const acknowledged = (): Uint8Array => serialize({ ok: 1 });
