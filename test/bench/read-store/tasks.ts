import type { Usage } from '../measure';
import type { Child } from '../processes/child';
import type { BulkKind, DocumentClient } from '../processes/document-client';
import type { Canned } from './canned-replies';
import type { Flush } from './crew';
import type { ReadStoreScale } from './scale';

/** What one row asks for, of the node and of the floor alike. */
export interface Task {
  readonly key: string;
  readonly name: string;
  readonly flush: Flush;
  readonly run: (client: Child<DocumentClient>) => Promise<Usage>;
  /** What the floor answers meanwhile. */
  readonly canned: Canned;
  /** Lowest rate wanted, as a part of the floor's; null where none is. */
  readonly ofFloor: number | null;
}

/** The collections that are there before, each with the documents of the scale. */
export const places = { plain: [], scored: ['score'] } as const;

type PlaceName = keyof typeof places;

const bulkRate = 0.5;

export function tasksOf(scale: ReadStoreScale): Task[] {
  const { documents, bulks, reads } = scale;
  const bulk = (
    key: string,
    name: string,
    kind: BulkKind,
    collection: PlaceName | 'new',
    flush: Flush = 'system',
    inFlight = 1,
  ): Task => ({
    key,
    name: `bulk of 500, ${name}`,
    flush,
    run: (client) => client.call('bulk', { kind, collection, documents, bulks, inFlight }),
    canned: kind === 'new' ? 'upserted' : 'updated',
    ofFloor: flush === 'system' ? bulkRate : null,
  });
  const flush = 'disk';
  const scored = { collection: 'scored', documents } as const;
  return [
    bulk('new', 'upserts of new documents', 'new', 'new'),
    bulk('existing', 'upserts of existing', 'existing', 'plain'),
    bulk('indexed', 'upserts, index on a field', 'existing', 'scored'),
    bulk('guarded', 'replacements guarded by position', 'guarded', 'plain'),
    bulk('flushed', 'upserts of existing, flushed', 'existing', 'plain', 'disk'),
    bulk('flushed-4', 'the same, 4 in flight', 'existing', 'plain', 'disk', 4),
    {
      key: 'find-one',
      name: 'findOne by _id',
      flush,
      run: (client) => client.call('findOne', { ...scored, reads, inFlight: 1 }),
      canned: 'one',
      ofFloor: null,
    },
    {
      key: 'find-16',
      name: 'findOne by _id, 16 in flight',
      flush,
      run: (client) => client.call('findOne', { ...scored, reads: reads * 4, inFlight: 16 }),
      canned: 'one',
      ofFloor: null,
    },
    {
      key: 'top-50',
      name: 'top 50 by an indexed score',
      flush,
      run: (client) => client.call('top', { ...scored, reads: reads / 4, inFlight: 1 }),
      canned: 'top',
      ofFloor: null,
    },
    {
      key: 'group',
      name: '$group over all (per document)',
      flush,
      run: (client) => client.call('group', { ...scored, reads: 3, inFlight: 1 }),
      canned: 'groups',
      ofFloor: null,
    },
  ];
}
