import { type Collection, type Document } from 'mongodb';
import { codeOf, useClient } from './support';

const connected = useClient();

interface Found {
  _id: unknown;
  found: { _id: unknown }[];
}

describe('$lookup by equality', () => {
  let local: Collection;
  let foreign: Collection;

  beforeEach(() => {
    local = connected.collection();
    foreign = connected.collection();
  });

  const joined = async (localField: string, foreignField: string): Promise<unknown[]> => {
    const from = foreign.collectionName;
    const $lookup = { from, localField, foreignField, as: 'found' };
    const documents = await local.aggregate<Found>([{ $lookup }, { $sort: { _id: 1 } }]).toArray();
    return documents.map(({ _id, found }) => [_id, found.map((each) => each._id).sort()]);
  };

  /** Each with and without an index on the foreign field: the answer is the same. */
  describe.each([[false], [true]])('with an index: %s', (indexed) => {
    const given = async (locals: Document[], foreigns: Document[]): Promise<void> => {
      if (indexed) await foreign.createIndex({ b: 1 });
      await local.insertMany(locals);
      await foreign.insertMany(foreigns);
    };

    it('joins values, null with what is missing, and elements of arrays on both sides', async () => {
      await given(
        [
          { _id: 'empty', a: [] },
          { _id: 'list', a: ['x', 'z'] },
          { _id: 'missing' },
          { _id: 'null', a: null },
          { _id: 'pattern', a: /x/ },
          { _id: 'x', a: 'x' },
        ],
        [
          { _id: 1, b: 'x' },
          { _id: 2, b: ['x', 'y'] },
          { _id: 3, b: null },
          { _id: 4 },
          { _id: 5, b: [] },
          { _id: 6, b: 'z' },
          { _id: 7, b: /x/ },
        ],
      );
      expect(await joined('a', 'b')).toEqual([
        ['empty', [3, 4]],
        ['list', [1, 2, 6]],
        ['missing', [3, 4]],
        ['null', [3, 4]],
        ['pattern', [7]],
        ['x', [1, 2]],
      ]);
    });

    it('joins along paths through arrays of documents', async () => {
      await given(
        [{ _id: 'a', l: [{ v: 1 }, { v: [2, 3] }, { w: 9 }] }],
        [
          { _id: 1, b: 1 },
          { _id: 2, b: 2 },
          { _id: 3, b: 3 },
          { _id: 9, b: 9 },
        ],
      );
      expect(await joined('l.v', 'b')).toEqual([['a', [1, 2, 3]]]);
    });

    it('joins whole documents by the order of their fields', async () => {
      await given(
        [{ _id: 'a', l: { x: 1, y: 2 } }],
        [
          { _id: 1, b: { x: 1, y: 2 } },
          { _id: 2, b: { y: 2, x: 1 } },
        ],
      );
      expect(await joined('l', 'b')).toEqual([['a', [1]]]);
    });
  });

  it('joins with nothing where the other collection does not exist', async () => {
    await local.insertOne({ _id: 'a' as never, v: 1 });
    expect(await joined('v', '_id')).toEqual([['a', []]]);
  });

  it('joins by _id and puts the result below a path, in place of what was there', async () => {
    await local.insertOne({ r: 7, in: { found: 'old', kept: true } });
    await foreign.insertOne({ _id: 7 as never, name: 'seven' });
    const from = foreign.collectionName;
    const $lookup = { from, localField: 'r', foreignField: '_id', as: 'in.found' };
    const [document] = await local.aggregate([{ $lookup }]).toArray();
    expect(document?.['in']).toEqual({ found: [{ _id: 7, name: 'seven' }], kept: true });
  });

  it.each<[string, unknown, number]>([
    ['a string', 'x', 9],
    ['no name for the result', { from: 'x', localField: 'a', foreignField: 'b' }, 9],
    ['no fields', { from: 'x', as: 'y' }, 9],
    ['an option nobody knows', { from: 'x', localField: 'a', foreignField: 'b', as: 'y', z: 1 }, 9],
    ['a field that is no string', { from: 'x', localField: 1, foreignField: 'b', as: 'y' }, 9],
    ['a name with $', { from: 'x', localField: 'a', foreignField: 'b', as: '$y' }, 16410],
  ])('refuses %s', async (_what, $lookup, code) => {
    expect(await codeOf(local.aggregate([{ $lookup }]).toArray())).toBe(code);
  });
});
