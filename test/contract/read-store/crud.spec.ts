import { Long, MongoBulkWriteError, type Collection } from 'mongodb';
import { useClient } from './support';

interface Counted {
  _id: string;
  position?: Long;
  name?: string;
  count?: number;
  tags?: string[];
}

const connected = useClient({ promoteLongs: false });

describe('reading and writing documents', () => {
  let people: Collection<Counted>;

  beforeEach(() => {
    people = connected.collection();
  });

  it('finds what was inserted', async () => {
    await people.insertMany([
      { _id: 'a', count: 1 },
      { _id: 'b', count: 2 },
    ]);
    expect(await people.findOne({ _id: 'b' })).toEqual({ _id: 'b', count: 2 });
    expect(await people.find({ count: { $gt: 1 } }).toArray()).toEqual([{ _id: 'b', count: 2 }]);
    expect(await people.countDocuments({})).toBe(2);
    expect(await people.estimatedDocumentCount()).toBe(2);
  });

  it('tells an upsert from an update', async () => {
    const first = await people.updateOne({ _id: 'a' }, { $set: { name: 'x' } }, { upsert: true });
    expect(first).toMatchObject({ matchedCount: 0, upsertedCount: 1, upsertedId: 'a' });
    const second = await people.updateOne({ _id: 'a' }, { $set: { name: 'y' } }, { upsert: true });
    expect(second).toMatchObject({ matchedCount: 1, modifiedCount: 1, upsertedCount: 0 });
    const third = await people.updateOne({ _id: 'a' }, { $set: { name: 'y' } });
    expect(third).toMatchObject({ matchedCount: 1, modifiedCount: 0 });
  });

  it('refuses a guarded upsert whose guard does not hold, as a duplicate key', async () => {
    const at = (text: string): Long => Long.fromString(text);
    const guarded = (position: Long, name: string) =>
      people.updateOne(
        { _id: 'a', position: { $lt: position } },
        { $set: { position, name } },
        { upsert: true },
      );
    await guarded(at('9007199254740993'), 'first');
    await expect(guarded(at('9007199254740993'), 'again')).rejects.toMatchObject({
      code: 11000,
      keyPattern: { _id: 1 },
      keyValue: { _id: 'a' },
    });
    await expect(guarded(at('9007199254740992'), 'older')).rejects.toMatchObject({ code: 11000 });
    await guarded(at('9007199254740994'), 'newer');
    expect(await people.findOne({})).toMatchObject({ name: 'newer' });
  });

  it('goes on after a failed operation of an unordered bulk and stops in an ordered one', async () => {
    const operations = [
      { insertOne: { document: { _id: 'a' } } },
      { insertOne: { document: { _id: 'a' } } },
      { replaceOne: { filter: { _id: 'b' }, replacement: { name: 'b' }, upsert: true } },
      { deleteOne: { filter: { _id: 'nobody' } } },
    ];
    const failed = (ordered: boolean) =>
      people.bulkWrite(operations, { ordered }).then(
        () => undefined,
        (error: unknown) => error,
      );
    const ordered = await failed(true);
    expect(ordered).toBeInstanceOf(MongoBulkWriteError);
    expect(ordered).toMatchObject({ code: 11000, insertedCount: 1, upsertedCount: 0 });
    expect(await people.countDocuments()).toBe(1);
    await people.deleteMany({});
    const unordered = await failed(false);
    expect(unordered).toMatchObject({ code: 11000, insertedCount: 1, upsertedCount: 1 });
    expect(await people.findOne({ _id: 'b' })).toEqual({ _id: 'b', name: 'b' });
  });

  it('counts no operation that failed', async () => {
    await people.createIndex({ name: 1 }, { unique: true }, {});
    await people.insertMany([
      { _id: 'a', name: 'x' },
      { _id: 'b', name: 'y' },
    ]);
    const rename = (_id: string, name: string) => ({
      updateOne: { filter: { _id }, update: { $set: { name } } },
    });
    const operations = [rename('b', 'x'), rename('a', 'z')];
    const failure: unknown = await people
      .bulkWrite(operations, { ordered: false })
      .catch((error: unknown) => error);
    expect(failure).toBeInstanceOf(MongoBulkWriteError);
    expect(failure).toMatchObject({ matchedCount: 1, modifiedCount: 1 });
  });

  it('finds and changes one document in one step', async () => {
    await people.insertMany([
      { _id: 'a', count: 1 },
      { _id: 'b', count: 2 },
    ]);
    const changed = await people.findOneAndUpdate(
      {},
      { $inc: { count: 5 }, $push: { tags: 'x' } },
      { sort: { count: -1 }, returnDocument: 'after' },
    );
    expect(changed).toEqual({ _id: 'b', count: 7, tags: ['x'] });
    expect(await people.findOneAndDelete({ _id: 'b' })).toMatchObject({ _id: 'b' });
    expect(await people.findOneAndDelete({ _id: 'b' })).toBeNull();
    expect(
      await people.findOneAndReplace(
        { _id: 'c' },
        { name: 'c' },
        { upsert: true, returnDocument: 'after' },
      ),
    ).toEqual({ _id: 'c', name: 'c' });
  });

  it('deletes one or all that match', async () => {
    await people.insertMany([
      { _id: 'a', name: 'x' },
      { _id: 'b', name: 'x' },
      { _id: 'c', name: 'x' },
    ]);
    expect(await people.deleteOne({ name: 'x' })).toMatchObject({ deletedCount: 1 });
    expect(await people.deleteMany({ name: 'x' })).toMatchObject({ deletedCount: 2 });
  });

  it('updates all that match', async () => {
    await people.insertMany([{ _id: 'a' }, { _id: 'b', name: 'z' }]);
    expect(await people.updateMany({}, { $set: { name: 'z' } })).toMatchObject({
      matchedCount: 2,
      modifiedCount: 1,
    });
    expect(await people.distinct('name')).toEqual(['z']);
  });
});
