import { type Transaction } from 'lmdb';
import { type EventMaps } from '../storage/environment';
import { decodeNumber, revisionOfKey } from '../storage/keys';
import { decodeStreamState } from '../storage/stream-state';

/** The maps as one transaction sees them, whatever a node writes meanwhile. */
export interface Snapshot extends EventMaps {
  readonly seen: { readonly transaction: Transaction };
  /** To be called, and waited for, after every entry: tells how far it is, lets others have a turn. */
  readonly advance: () => Promise<void> | undefined;
}

const PLAIN_NAME = 0;

/** Undefined for a name that is kept as a digest. */
export function streamNameOf(key: Buffer): string | undefined {
  return key[0] === PLAIN_NAME ? key.toString('utf8', 1) : undefined;
}

/** What the index knows of a position whose record cannot be trusted to say it; slow. */
export function whoseEvent(
  { index, streams, seen }: Snapshot,
  position: number,
): { readonly stream?: string; readonly revision?: number } {
  for (const { key, value } of index.getRange(seen)) {
    if (decodeNumber(value) !== position) continue;
    const id = key.readUInt32BE(0);
    const revision = revisionOfKey(key);
    const owner = [...streams.getRange(seen)].find(
      (entry) => decodeStreamState(entry.value).id === id,
    );
    const stream = owner && streamNameOf(owner.key);
    return { revision, ...(stream === undefined ? {} : { stream }) };
  }
  return {};
}
