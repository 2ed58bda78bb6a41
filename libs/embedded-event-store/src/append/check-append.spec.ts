import fc from 'fast-check';
import { type ExpectedRevision } from '../wire/append-requests';
import { checkAppend, type AppendVerdict, type StreamView } from './check-append';

interface Stream {
  /** Ids in revision order. */
  readonly ids?: readonly string[];
  readonly recent?: readonly string[];
  readonly tombstoned?: boolean;
  readonly softDeleted?: boolean;
  readonly hasMetadata?: boolean;
}

function view({ ids = [], recent = [], hasMetadata = false, ...flags }: Stream): StreamView {
  return {
    last: ids.length - 1,
    tombstoned: false,
    softDeleted: false,
    ...flags,
    hasMetadata: () => hasMetadata,
    idAt: (revision) => ids[revision],
    recentRevisionOf: (id) => (recent.includes(id) ? ids.indexOf(id) : undefined),
  };
}

const append: AppendVerdict = { kind: 'append' };
const wrong: AppendVerdict = { kind: 'wrong-expected-version' };
const deleted: AppendVerdict = { kind: 'stream-deleted' };
const repeated = (revision: number): AppendVerdict => ({ kind: 'repeated', revision });

describe('checkAppend', () => {
  const abc = { ids: ['a', 'b', 'c'] };
  const cases: [string, ExpectedRevision, string[], Stream, AppendVerdict][] = [
    ['any, new stream', 'any', ['x'], {}, append],
    ['any, existing stream, unknown id', 'any', ['x'], abc, append],
    ['any, all ids known', 'any', ['b', 'c'], { ...abc, recent: ['a', 'b', 'c'] }, repeated(2)],
    ['any, known id of an older append', 'any', ['a'], { ...abc, recent: ['a'] }, repeated(0)],
    ['any, first known and later unknown', 'any', ['c', 'x'], { ...abc, recent: ['c'] }, wrong],
    ['any, first unknown and later known', 'any', ['x', 'c'], { ...abc, recent: ['c'] }, append],
    ['any, id forgotten by the cache', 'any', ['a'], abc, append],
    ['any, soft-deleted stream', 'any', ['x'], { ...abc, softDeleted: true }, append],
    ['no stream, new stream', 'no_stream', ['x'], {}, append],
    ['no stream, others are there', 'no_stream', ['x'], abc, wrong],
    ['no stream, the same events are there', 'no_stream', ['a', 'b'], abc, repeated(1)],
    ['no stream, only a part is there', 'no_stream', ['a', 'x'], abc, wrong],
    ['no stream, more than is there', 'no_stream', ['a', 'b', 'c', 'd'], abc, wrong],
    ['no stream, soft-deleted', 'no_stream', ['x'], { ...abc, softDeleted: true }, append],
    ['exact, the last revision', 2n, ['x'], abc, append],
    ['exact, ahead of the stream', 3n, ['x'], abc, wrong],
    ['exact, beyond every number', 2n ** 64n - 2n, ['x'], abc, wrong],
    ['exact, behind, other event', 0n, ['x'], abc, wrong],
    ['exact, behind, the same events', 0n, ['b', 'c'], abc, repeated(2)],
    ['exact, behind, the first of them', 0n, ['b'], abc, repeated(1)],
    ['exact, behind, same ids elsewhere', 0n, ['c'], { ...abc, recent: ['c'] }, wrong],
    ['exact, behind, only a part', 1n, ['c', 'x'], abc, wrong],
    ['exact 0, new stream', 0n, ['x'], {}, wrong],
    ['stream exists, it does', 'stream_exists', ['x'], abc, append],
    ['stream exists, it does not', 'stream_exists', ['x'], {}, wrong],
    ['stream exists, metadata only', 'stream_exists', ['x'], { hasMetadata: true }, append],
    ['stream exists, known id', 'stream_exists', ['c'], { ...abc, recent: ['c'] }, repeated(2)],
    ['stream exists, soft-deleted', 'stream_exists', ['x'], { ...abc, softDeleted: true }, deleted],
    ['any, tombstoned', 'any', ['x'], { ...abc, tombstoned: true }, deleted],
    ['exact, tombstoned', 2n, ['x'], { ...abc, tombstoned: true }, deleted],
    ['no events, right revision', 2n, [], abc, append],
    ['no events, behind', 0n, [], abc, wrong],
    ['no events, no stream, but there is one', 'no_stream', [], abc, wrong],
    ['no events, ahead', 5n, [], abc, wrong],
  ];

  it.each(cases)('%s', (_title, expected, ids, stream, verdict) => {
    expect(checkAppend(expected, ids, view(stream))).toEqual(verdict);
  });

  it('recognises every append that was made with an exact expectation, whatever came after', () => {
    fc.assert(
      fc.property(
        fc.uniqueArray(fc.uuid(), { minLength: 1, maxLength: 12 }),
        fc.nat(),
        fc.nat(),
        (ids, a, b) => {
          const from = a % ids.length;
          const to = from + 1 + (b % (ids.length - from));
          const expected = from === 0 ? 'no_stream' : BigInt(from - 1);
          const verdict = checkAppend(expected, ids.slice(from, to), view({ ids }));
          expect(verdict).toEqual(repeated(to - 1));
        },
      ),
    );
  });
});
