import { serialize } from 'bson';
import fc from 'fast-check';
import { documentIn } from '../bson/value';
import { ServerError } from '../errors';
import { values } from '../testing/arbitrary-values';
import { type IndexRecord } from './catalogue';
import { entriesOf, keepsEntries } from './index-entries';

const directions = fc.constantFrom(1 as const, -1 as const);
const paths = fc.constantFrom('a', 'b', 'a.b', 'a.ab', 'b.0');

let ids = 0;
const indexes = fc
  .tuple(
    fc.uniqueArray(fc.tuple(paths, directions), {
      minLength: 1,
      maxLength: 2,
      selector: ([path]) => path,
    }),
    fc.boolean(),
  )
  .map(([key, sparse]): IndexRecord => {
    ids += 1;
    const state = { multikey: false, truncated: false };
    return { id: ids, name: 'index', key, unique: false, sparse, ...state };
  });

const documents = fc
  .dictionary(fc.constantFrom('a', 'b', 'c'), values, { maxKeys: 3 })
  .map((fields) => documentIn(Buffer.from(serialize(fields))));

/** As text; null for a document that the index refuses. */
function shown(...[index, document]: Parameters<typeof entriesOf>): string | null {
  try {
    const { fields } = entriesOf(index, document);
    return JSON.stringify(fields.map((key) => key.toString('hex')).sort());
  } catch (error) {
    if (error instanceof ServerError) return null;
    throw error;
  }
}

describe('keepsEntries', () => {
  it('never says that entries stay which do not', () => {
    fc.assert(
      fc.property(indexes, documents, documents, (index, before, next) => {
        if (keepsEntries(index, before, next))
          expect(shown(index, next)).toBe(shown(index, before));
      }),
      { numRuns: 300 },
    );
  });

  it('sees through changes of other fields', () => {
    const index = { id: 1, name: 'i', key: [['a.b', 1]] as const, unique: false, sparse: false };
    const of = (fields: object) => documentIn(Buffer.from(serialize(fields)));
    const record = { ...index, multikey: false, truncated: false };
    expect(keepsEntries(record, of({ a: { b: 1 }, c: 1 }), of({ c: 2, a: { b: 1 } }))).toBe(true);
    expect(keepsEntries(record, of({ a: { b: 1 } }), of({ a: { b: 2 } }))).toBe(false);
    expect(keepsEntries(record, of({ a: { b: 1 } }), of({}))).toBe(false);
  });
});
