import { type Collection, type Document, Decimal128, Double, Int32, Long } from 'mongodb';
import { codeOf, useClient } from './support';

const connected = useClient();

const int = (value: number): Int32 => new Int32(value);
const double = (value: number): Double => new Double(value);
const long = (text: string): Long => Long.fromString(text);
const decimal = (text: string): Decimal128 => Decimal128.fromString(text);

type Row = [rule: string, before: Document, update: Document, after: Document];

/** What a collection of one document holds, without its `_id`; numbers keep their types. */
const stored = (collection: Collection): Promise<Document | null> =>
  collection.findOne({}, { projection: { _id: 0 }, promoteValues: false });

/** Updates one document and answers what it then is, without its `_id`. */
async function updated(before: Document, update: Document): Promise<Document | null> {
  const collection = connected.collection();
  await collection.insertOne({ ...before });
  await collection.updateOne({}, update);
  return stored(collection);
}

async function refusedWith(
  before: Document,
  update: Document,
): Promise<number | string | undefined> {
  const collection = connected.collection();
  await collection.insertOne({ ...before });
  const code = await codeOf(collection.updateOne({}, update));
  expect(await stored(collection)).toEqual(before);
  return code;
}

describe('fields', () => {
  it.each<Row>([
    [
      '$set makes the documents on the way',
      {},
      { $set: { 'a.b.c': 'x' } },
      { a: { b: { c: 'x' } } },
    ],
    [
      '$set of a number makes a field, not an array',
      {},
      { $set: { 'a.0': 'x' } },
      { a: { 0: 'x' } },
    ],
    ['$set replaces a whole value', { a: { b: 'x' } }, { $set: { a: 'y' } }, { a: 'y' }],
    [
      '$set takes names with a $ inside a value',
      {},
      { $set: { a: { $b: 'x' } } },
      { a: { $b: 'x' } },
    ],
    ['$set of nothing changes nothing', { a: 'x' }, { $set: {} }, { a: 'x' }],
    ['$unset removes a field', { a: 'x', b: 'y' }, { $unset: { a: '' } }, { b: 'y' }],
    ['$unset ignores what is not there', { a: 'x' }, { $unset: { 'a.b.c': '' } }, { a: 'x' }],
    ['$setOnInsert waits for an insert', { a: 'x' }, { $setOnInsert: { b: 'y' } }, { a: 'x' }],
    ['$rename moves a value', { a: 'x' }, { $rename: { a: 'b.c' } }, { b: { c: 'x' } }],
    ['$rename overwrites', { a: 'x', b: 'y' }, { $rename: { a: 'b' } }, { b: 'x' }],
    ['$rename of nothing does nothing', { b: 'y' }, { $rename: { a: 'b' } }, { b: 'y' }],
    ['$min keeps the lower', { a: 'b' }, { $min: { a: 'a' } }, { a: 'a' }],
    ['$min compares across types', { a: 'b' }, { $min: { a: int(9) } }, { a: int(9) }],
    ['$min sets what is missing', {}, { $min: { a: int(9) } }, { a: int(9) }],
    ['$max keeps the higher', { a: int(3) }, { $max: { a: double(3.5) } }, { a: double(3.5) }],
    [
      '$max keeps the type of an equal number',
      { a: int(3) },
      { $max: { a: double(3) } },
      { a: int(3) },
    ],
    ['$bit combines bits', { a: int(13) }, { $bit: { a: { and: int(10) } } }, { a: int(8) }],
    ['$bit starts from zero', {}, { $bit: { a: { or: int(5) } } }, { a: int(5) }],
    ['$bit widens', { a: int(1) }, { $bit: { a: { xor: long('3') } } }, { a: long('2') }],
    [
      'an update with several operators',
      { a: int(1), b: 'x' },
      { $inc: { a: int(1) }, $unset: { b: '' }, $set: { c: 'y' } },
      { a: int(2), c: 'y' },
    ],
  ])('%s', async (_rule, before, update, after) => {
    expect(await updated(before, update)).toEqual(after);
  });

  it('that are new stand in the order of their names, numbers by their value', async () => {
    const made = await updated(
      { z: 'x' },
      { $set: { c: 'x', b10: 'x', 'n.10': 'x', 'n.9': 'x' }, $inc: { a: int(1) } },
    );
    expect(Object.keys(made ?? {})).toEqual(['z', 'a', 'b10', 'c', 'n']);
    expect(Object.keys(made?.['n'] as Document)).toEqual(['9', '10']);
  });

  it('$currentDate gives the server’s time, as a date or as a timestamp', async () => {
    const made = await updated(
      {},
      { $currentDate: { a: true, b: { $type: 'date' }, c: { $type: 'timestamp' } } },
    );
    expect(Math.abs((made?.['a'] as Date).getTime() - Date.now())).toBeLessThan(60_000);
    expect(made?.['b']).toBeInstanceOf(Date);
    expect(made?.['c']).toHaveProperty('_bsontype', 'Timestamp');
  });
});

describe('arithmetic', () => {
  it.each<Row>([
    ['$inc starts from nothing', {}, { $inc: { 'a.b': int(2) } }, { a: { b: int(2) } }],
    ['an int32 stays one', { a: int(1) }, { $inc: { a: int(-3) } }, { a: int(-2) }],
    [
      'an int32 grows into a long',
      { a: int(2147483647) },
      { $inc: { a: int(1) } },
      { a: long('2147483648') },
    ],
    ['a long makes a long', { a: int(1) }, { $inc: { a: long('1') } }, { a: long('2') }],
    [
      'a long beyond 2^53 is exact',
      { a: long('9007199254740992') },
      { $inc: { a: int(1) } },
      { a: long('9007199254740993') },
    ],
    ['a double makes a double', { a: int(1) }, { $inc: { a: double(0.5) } }, { a: double(1.5) }],
    [
      'a double stays one though it is whole',
      { a: double(1) },
      { $inc: { a: int(1) } },
      { a: double(2) },
    ],
    [
      'a Decimal128 adds exactly',
      { a: decimal('0.1') },
      { $inc: { a: decimal('0.2') } },
      { a: decimal('0.3') },
    ],
    [
      'a Decimal128 takes in other numbers',
      { a: int(1) },
      { $inc: { a: decimal('1.50') } },
      { a: decimal('2.50') },
    ],
    ['$mul multiplies', { a: int(6) }, { $mul: { a: int(7) } }, { a: int(42) }],
    [
      '$mul of int32 grows into a long',
      { a: int(65536) },
      { $mul: { a: int(65536) } },
      { a: long('4294967296') },
    ],
    [
      '$mul with a Decimal128',
      { a: decimal('1.5') },
      { $mul: { a: int(3) } },
      { a: decimal('4.5') },
    ],
    [
      '$mul makes zero of nothing',
      {},
      { $mul: { a: int(5), b: long('5'), c: double(5), d: decimal('5') } },
      { a: int(0), b: long('0'), c: double(0), d: decimal('0') },
    ],
  ])('%s', async (_rule, before, update, after) => {
    expect(await updated(before, update)).toEqual(after);
  });
});

describe('what changes nothing', () => {
  it.each<[rule: string, before: Document, update: Document, modified: number]>([
    ['the same value', { a: int(1) }, { $set: { a: int(1) } }, 0],
    ['the same number in another type is a change', { a: int(1) }, { $set: { a: double(1) } }, 1],
    [
      'fields in another order are a change',
      { a: { x: 'x', y: 'y' } },
      { $set: { a: { y: 'y', x: 'x' } } },
      1,
    ],
    ['zero more', { a: int(1) }, { $inc: { a: int(0) } }, 0],
    ['a lost minimum', { a: int(1) }, { $min: { a: int(2) } }, 0],
    ['an element that is in the set', { a: ['x'] }, { $addToSet: { a: 'x' } }, 0],
    ['a pull without a find', { a: ['x'] }, { $pull: { a: 'y' } }, 0],
    ['a pop of nothing', { a: [] }, { $pop: { a: int(1) } }, 0],
    ['an unset of nothing', { a: 'x' }, { $unset: { b: '' } }, 0],
    ['pushing nothing', { a: ['x'] }, { $push: { a: { $each: [] } } }, 0],
  ])('is matched and counted so: %s', async (_rule, before, update, modified) => {
    const collection = connected.collection();
    await collection.insertOne({ ...before });
    const result = await collection.updateOne({}, update);
    expect([result.matchedCount, result.modifiedCount]).toEqual([1, modified]);
  });

  it('is a replacement by the same', async () => {
    const collection = connected.collection();
    const { insertedId: _id } = await collection.insertOne({ a: int(1) });
    expect(await collection.replaceOne({ _id }, { a: int(1) })).toMatchObject({
      matchedCount: 1,
      modifiedCount: 0,
    });
  });
});

describe('refused, and the document left as it was:', () => {
  const tenths = { a: 'text' };
  it.each<[what: string, code: number, before: Document, update: Document]>([
    ['an unknown operator', 9, {}, { $nothing: { a: 'x' } }],
    ['a field among operators', 9, {}, { $set: { a: 'x' }, b: 'y' }],
    ['an operator without fields', 9, {}, { $set: 'x' }],
    ['a path set twice', 40, {}, { $set: { a: 'x' }, $unset: { a: '' } }],
    ['a path and one below it', 40, {}, { $set: { a: 'x', 'a.b': 'y' } }],
    ['an empty name in a path', 56, {}, { $set: { 'a..b': 'x' } }],
    ['an empty path', 56, {}, { $set: { '': 'x' } }],
    ['a name with a $', 52, {}, { $set: { $a: 'x' } }],
    ['a path through a text', 28, { a: 'x' }, { $set: { 'a.b': 'y' } }],
    ['a path through null', 28, { a: null }, { $set: { 'a.b': 'y' } }],
    ['a field of an array', 28, { a: [] }, { $set: { 'a.b': 'y' } }],
    ['a position far beyond an array', 51, { a: [] }, { $set: { 'a.1500001': 'x' } }],
    ['$inc of a text', 14, tenths, { $inc: { a: int(1) } }],
    ['$inc of null', 14, { a: null }, { $inc: { a: int(1) } }],
    ['$inc by a text', 14, { a: int(1) }, { $inc: { a: 'x' } }],
    ['$inc beyond a long', 2, { a: Long.MAX_VALUE }, { $inc: { a: int(1) } }],
    ['$mul beyond a long', 2, { a: Long.MAX_VALUE }, { $mul: { a: int(2) } }],
    ['$mul of a text', 14, tenths, { $mul: { a: int(1) } }],
    ['$bit of a double', 2, { a: double(1) }, { $bit: { a: { or: int(1) } } }],
    ['$bit by a double', 2, { a: int(1) }, { $bit: { a: { or: double(1) } } }],
    ['$bit with another operator', 2, { a: int(1) }, { $bit: { a: { not: int(1) } } }],
    ['$currentDate as text', 2, {}, { $currentDate: { a: 'date' } }],
    ['$currentDate of another type', 2, {}, { $currentDate: { a: { $type: 'string' } } }],
    ['$rename to itself', 2, { a: 'x' }, { $rename: { a: 'a' } }],
    ['$rename below itself', 2, { a: 'x' }, { $rename: { a: 'a.b' } }],
    ['$rename to a number', 2, { a: 'x' }, { $rename: { a: int(1) } }],
    ['$rename of an element', 2, { a: ['x'] }, { $rename: { 'a.0': 'b' } }],
    ['another _id', 66, {}, { $set: { _id: 'another' } }],
    ['no _id', 66, {}, { $unset: { _id: '' } }],
  ])('%s (%i)', async (_what, code, before, update) => {
    expect(await refusedWith(before, update)).toBe(code);
  });

  it('an operator that is wrong, though nothing would be updated', async () => {
    const nobody = { a: 'nobody' };
    expect(await codeOf(connected.collection().updateOne(nobody, { $nothing: { a: 1 } }))).toBe(9);
    expect(
      await codeOf(connected.collection().updateOne(nobody, { $pop: { a: 2 } } as Document)),
    ).toBe(9);
  });

  it('a replacement with another _id (66) or with a $ (52)', async () => {
    const collection = connected.collection<{ _id: string; a?: string }>();
    await collection.insertOne({ _id: 'x' });
    expect(await codeOf(collection.replaceOne({ _id: 'x' }, { _id: 'y' } as Document))).toBe(66);
    const command = {
      update: collection.collectionName,
      updates: [{ q: {}, u: { a: 'x', $b: 'y' } }],
    };
    expect((await connected.command(command))['writeErrors']).toMatchObject([{ code: 52 }]);
  });

  it('a document that an update would make larger than 16 MB', async () => {
    const collection = connected.collection();
    await collection.insertOne({ a: ['x'.repeat(9_000_000)] });
    expect(
      await codeOf(collection.updateOne({}, { $push: { a: 'x'.repeat(9_000_000) } } as Document)),
    ).toBe(17419);
  });
});
