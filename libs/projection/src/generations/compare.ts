import { isDeepStrictEqual } from 'node:util';

import type { Position } from '@jejak/domain';

import type { ProjectionStorage } from '../storage/projection-storage';
import type { Generation } from '../view/generation';
import { isAtOrBefore } from '../view/position-codec';
import { fromStored, type StoredDocument } from '../view/stored-document';
import type { Difference, DocumentDifference } from './difference';

const pageSize = 500;
const mostExamples = 10;
/** Documents that change while they are compared are looked at again; more than these are counted as they are. */
const mostUnsettled = 10_000;

type Documents = Pick<ProjectionStorage, 'documents' | 'load'>;

/** A document that changes all the time is found in the middle of a change this often at most. */
const mostRounds = 100;

/**
 * Compares two generations that are fed together, document by document, holding a page of each.
 * A document that one of them has at a later event than the other is looked at again at the end,
 * `settle` having waited until both stand at the same event, until it is the same event or neither
 * of the two is beyond what both contain. Throws what the storage throws.
 */
export async function compareGenerations(
  storage: Documents,
  live: Generation,
  next: Generation,
  settle: () => Promise<Position | null>,
  signal: AbortSignal,
): Promise<Difference> {
  const found = tally();
  const unsettled: string[] = [];
  for await (const [one, other] of pairs(storage, live, next)) {
    signal.throwIfAborted();
    const id = (one ?? other)?._id;
    if (id === undefined) continue;
    if (isSettled(one, other)) found.count(differenceOf(id, one, other));
    else if (unsettled.length < mostUnsettled) unsettled.push(id);
    else found.count(differenceOf(id, one, other));
  }
  let position = await settle();
  let left: readonly string[] = unsettled;
  for (let round = 1; left.length > 0; round += 1) {
    const moving: string[] = [];
    for (let start = 0; start < left.length; start += pageSize) {
      signal.throwIfAborted();
      const ids = left.slice(start, start + pageSize);
      const [ones, others] = await Promise.all([storage.load(live, ids), storage.load(next, ids)]);
      for (const id of ids) {
        const [one, other] = [ones.get(id), others.get(id)];
        const isFinal = isSettled(one, other) || isWithin(position, one, other);
        if (isFinal || round === mostRounds) found.count(differenceOf(id, one, other));
        else moving.push(id);
      }
    }
    left = moving;
    if (left.length > 0) position = await settle();
  }
  return { position, ...found.counts(), examples: found.examples() };
}

/** Both generations contained everything up to `position` before the documents were looked at. */
const isWithin = (position: Position | null, ...documents: Pair): boolean =>
  documents.every((stored) => stored === undefined || isAtOrBefore(stored.position, position));

type Pair = readonly [StoredDocument | undefined, StoredDocument | undefined];

/** Both generations side by side in the order of their identifiers. */
async function* pairs(
  storage: Documents,
  live: Generation,
  next: Generation,
): AsyncGenerator<Pair> {
  const ofLive = inOrder(storage, live);
  const ofNext = inOrder(storage, next);
  let one = (await ofLive.next()).value;
  let other = (await ofNext.next()).value;
  while (one !== undefined || other !== undefined) {
    const order = one === undefined ? 1 : other === undefined ? -1 : byBytes(one._id, other._id);
    yield [order <= 0 ? one : undefined, order >= 0 ? other : undefined];
    if (order <= 0) one = (await ofLive.next()).value;
    if (order >= 0) other = (await ofNext.next()).value;
  }
}

async function* inOrder(
  storage: Documents,
  generation: Generation,
): AsyncGenerator<StoredDocument, undefined> {
  for (let after: string | null = null; ;) {
    const page: readonly StoredDocument[] = await storage.documents(generation, after, pageSize);
    yield* page;
    const last = page.at(-1);
    if (last === undefined || page.length < pageSize) return undefined;
    after = last._id;
  }
}

/** The order of MongoDB: by the bytes of UTF-8, which is not that of JavaScript's strings. */
const byBytes = (one: string, other: string): number =>
  Buffer.compare(Buffer.from(one), Buffer.from(other));

const isSettled = (one: StoredDocument | undefined, other: StoredDocument | undefined): boolean =>
  one !== undefined &&
  other !== undefined &&
  one.position.commit === other.position.commit &&
  one.position.prepare === other.position.prepare;

const present = (stored: StoredDocument | undefined): Record<string, unknown> | null =>
  stored === undefined || stored._deleted === true ? null : { ...fromStored<object>(stored) };

/** Null when both say the same, which two absent documents do. */
function differenceOf(
  id: string,
  one: StoredDocument | undefined,
  other: StoredDocument | undefined,
): DocumentDifference | 'same' | null {
  const before = present(one);
  const after = present(other);
  if (before === null && after === null) return null;
  if (before === null) return { id, kind: 'only-next', fields: [] };
  if (after === null) return { id, kind: 'only-live', fields: [] };
  const names = [...new Set([...Object.keys(before), ...Object.keys(after)])];
  const fields = names.filter((field) => !isDeepStrictEqual(before[field], after[field]));
  return fields.length === 0 ? 'same' : { id, kind: 'changed', fields };
}

function tally() {
  const counts = { same: 0, changed: 0, onlyLive: 0, onlyNext: 0 };
  let examples: readonly DocumentDifference[] = [];
  const names = { changed: 'changed', 'only-live': 'onlyLive', 'only-next': 'onlyNext' } as const;
  return {
    counts: () => ({ ...counts }),
    examples: () => examples,
    count(difference: DocumentDifference | 'same' | null): void {
      if (difference === null) return;
      if (difference === 'same') {
        counts.same += 1;
        return;
      }
      counts[names[difference.kind]] += 1;
      examples = [...examples, difference]
        .toSorted((one, other) => byBytes(one.id, other.id))
        .slice(0, mostExamples);
    },
  };
}
