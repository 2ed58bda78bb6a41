import { serialize } from 'bson';
import fc from 'fast-check';
import { documentIn, fieldsOf, rawOf } from '../bson/value';
import { documentOf } from '../bson/write';
import { values } from '../testing/arbitrary-values';
import { assign, assignmentsOf } from './assign';
import { comparePaths } from './paths';
import { close, openDocument, setPath } from './tree';

const names = fc.constantFrom('a', 'b', 'c', 'ä', '0', '10', 'a name longer than are remembered');
const documents = fc
  .dictionary(names, values, { maxKeys: 5 })
  .map((fields) => documentIn(Buffer.from(serialize(fields))));

const updateOf = (update: object) => documentIn(Buffer.from(serialize(update)));

describe('assign', () => {
  it('makes of a document what setting one path after the other does', () => {
    fc.assert(
      fc.property(documents, documents, (document, set) => {
        const root = openDocument(document);
        const fields = fieldsOf(set);
        for (const { name, value } of fields.sort((a, b) => comparePaths([a.name], [b.name]))) {
          setPath(root, [name], value);
        }
        const assignments = assignmentsOf(documentOf([['$set', set]]));
        const assigned = assignments && assign(document, assignments);
        expect(assigned && rawOf(assigned)).toEqual(rawOf(close(root)));
      }),
    );
  });

  it('is for updates that give fields of the document itself a value, and do nothing else', () => {
    for (const update of [
      { $set: { 'a.b': 1 } },
      { $set: { _id: 1 } },
      { $set: { a: 1 }, $unset: { b: '' } },
      { $set: 1 },
      { $inc: { a: 1 } },
      { a: 1 },
      {},
    ]) {
      expect(assignmentsOf(updateOf(update))).toBeUndefined();
    }
    expect(assignmentsOf(updateOf({ $set: { a: 1, b: 2 } }))?.size).toBe(2);
  });
});
