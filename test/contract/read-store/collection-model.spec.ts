import { startEmbeddedReadStore } from '@jejak/embedded-read-store';
import fc from 'fast-check';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type AnyBulkWriteOperation, type Collection, MongoClient } from 'mongodb';
import { indexes, ModelCollection, type Row } from './collection-model';
import { describeEmbedded, refusal } from './support';

jest.setTimeout(120_000);

const small = fc.integer({ min: 0, max: 5 });
const optional = <T>(values: fc.Arbitrary<T>): fc.Arbitrary<T | undefined> =>
  fc.option(values, { nil: undefined });
const field = fc.oneof(small, fc.constantFrom(null, 'x'));
const rows: fc.Arbitrary<Row> = fc
  .record({
    _id: fc.nat(9),
    a: optional(field),
    b: optional(small),
    tags: optional(fc.array(small, { maxLength: 3 })),
    u: optional(
      fc.oneof(fc.nat(40), fc.constantFrom('long'.repeat(400), 'long'.repeat(400) + 'er')),
    ),
    s: optional(fc.nat(30)),
    t: optional(fc.array(fc.nat(40), { maxLength: 2 })),
  })
  // A field that is undefined is no field.
  .map((row) => JSON.parse(JSON.stringify(row)) as Row);

class Real {
  private client: MongoClient | undefined;
  private node: Awaited<ReturnType<typeof startEmbeddedReadStore>> | undefined;

  constructor(private readonly directory: string) {}

  /** Of the run under way: every run has one of its own. */
  name = '';

  get collection(): Collection<Row> {
    if (this.client === undefined) throw new Error('not started');
    return this.client.db('d').collection<Row>(this.name);
  }

  async start(): Promise<void> {
    this.node = await startEmbeddedReadStore({ directory: this.directory });
    this.client = await MongoClient.connect(this.node.connectionString);
  }

  async stop(): Promise<void> {
    await this.client?.close();
    await this.node?.stop();
  }
}

type Step = fc.AsyncCommand<ModelCollection, Real>;

/** What a write that the model accepts or refuses must be in the node. */
async function agree(broken: string | undefined, write: Promise<unknown>): Promise<void> {
  if (broken === undefined) {
    await write;
    return;
  }
  const error = await refusal(write);
  expect(error.code).toBe(11000);
  expect(error.message).toContain(`index: ${broken} dup key`);
}

const step = (name: string, run: (model: ModelCollection, real: Real) => Promise<void>): Step => ({
  check: () => true,
  run: async (model, real) => {
    await run(model, real);
    expect(await stored(real)).toEqual(model.all());
  },
  toString: () => name.replaceAll(/(long){2,}/gu, 'long...'),
});

const stored = ({ collection }: Real): Promise<Row[]> =>
  collection.find({}, { sort: { _id: 1 }, hint: { $natural: 1 } }).toArray();

const inserting = rows.map((row) =>
  step(`insert ${JSON.stringify(row)}`, (model, { collection }) =>
    agree(model.put(row, true), collection.insertOne({ ...row })),
  ),
);

const upserting = rows.map((row) =>
  step(`upsert ${JSON.stringify(row)}`, (model, { collection }) =>
    agree(model.put(row, false), collection.replaceOne({ _id: row._id }, row, { upsert: true })),
  ),
);

const changing = fc.tuple(rows, fc.boolean()).map(([{ _id, ...fields }, single]) =>
  step(`set ${_id} ${JSON.stringify(fields)}`, async (model, { collection }) => {
    const before = model.rows.get(_id);
    const update = { $set: fields };
    const write = (): Promise<unknown> =>
      single ? collection.findOneAndUpdate({ _id }, update) : collection.updateOne({ _id }, update);
    const broken =
      before === undefined ? undefined : model.put({ ...before, ...fields, _id }, false);
    await agree(broken, write());
  }),
);

/** `b` may be changed in many documents at once: alone it is in no unique index. */
const incrementing = fc.tuple(small, fc.nat(3)).map(([a, by]) =>
  step(`increment ${a} by ${by}`, async (model, { collection }) => {
    const found = model.all().filter((row) => row['a'] === a && !('t' in row));
    for (const row of found) {
      model.rows.set(row._id, { ...row, c: Number(row['c'] ?? 0) + by });
    }
    const filter = { a, t: { $exists: false } };
    const result = await collection.updateMany(filter, { $inc: { c: by } });
    expect(result.matchedCount).toBe(found.length);
  }),
);

const deleting = fc.tuple(small, fc.boolean()).map(([value, byTag]) =>
  step(`delete ${value} ${byTag}`, async (model, { collection }) => {
    const gone = model
      .all()
      .filter((row) =>
        byTag ? (row['tags'] as number[] | undefined)?.includes(value) : row._id === value,
      );
    for (const { _id } of gone) model.rows.delete(_id);
    const result = await collection.deleteMany(byTag ? { tags: value } : { _id: value });
    expect(result.deletedCount).toBe(gone.length);
  }),
);

const isInsert = (index: number): boolean => index % 2 === 0;

const writingMany = fc
  .tuple(fc.array(rows, { minLength: 2, maxLength: 6 }), fc.boolean())
  .map(([many, ordered]) =>
    step(`bulk ${ordered} ${JSON.stringify(many)}`, async (model, { collection }) => {
      const operations: AnyBulkWriteOperation<Row>[] = many.map((row, index) =>
        isInsert(index)
          ? { insertOne: { document: { ...row } } }
          : { replaceOne: { filter: { _id: row._id }, replacement: row, upsert: true } },
      );
      let failed = false;
      const inTurn = [...many.entries()];
      // The driver sends the operations of an unordered bulk kind by kind.
      if (!ordered)
        inTurn.sort(([left], [right]) => Number(isInsert(right)) - Number(isInsert(left)));
      for (const [index, row] of inTurn) {
        if (failed && ordered) break;
        failed = model.put(row, isInsert(index)) !== undefined || failed;
      }
      const write = collection.bulkWrite(operations, { ordered });
      if (failed) expect((await refusal(write)).code).toBe(11000);
      else await write;
    }),
  );

const restarting = fc.constant(
  step('restart', async (_model, real) => {
    await real.stop();
    await real.start();
  }),
);

async function requireSame(model: ModelCollection, { collection }: Real): Promise<void> {
  const expected = model.all();
  const bySize = { sort: { _id: 1 } } as const;
  expect(await collection.find({}, { ...bySize, hint: { $natural: 1 } }).toArray()).toEqual(
    expected,
  );
  for (const { name, key } of indexes) {
    const holds = name === 'sparse' ? expected.filter((row) => 's' in row) : expected;
    expect(await collection.find({}, { ...bySize, hint: name }).toArray()).toEqual(holds);
    const [path] = Object.keys(key);
    for (const value of [0, 3, 'x', null]) {
      const filter = { [path!]: value };
      const scanned = await collection.find(filter, { ...bySize, hint: { $natural: 1 } }).toArray();
      expect(await collection.find(filter, bySize).toArray()).toEqual(scanned);
    }
  }
}

describeEmbedded('a collection with indexes of every kind', () => {
  let directory: string;
  let real: Real;

  beforeAll(async () => {
    directory = await mkdtemp(join(tmpdir(), 'jejak-model-'));
    real = new Real(directory);
    await real.start();
  });
  afterAll(async () => {
    await real.stop();
    await rm(directory, { recursive: true, force: true });
  });

  it('is what a plain map of its documents would be, through errors and restarts', async () => {
    const writes = [inserting, upserting, changing, writingMany];
    // A restart takes as long as a hundred writes: it comes once for thirty of them.
    const often = Array.from({ length: 7 }, () => writes).flat();
    const commands = fc.commands([...often, incrementing, incrementing, deleting, restarting], {
      maxCommands: 60,
      size: 'max',
    });
    let runs = 0;
    await fc.assert(
      fc.asyncProperty(commands, async (plan) => {
        runs += 1;
        real.name = `c${runs}`;
        await real.collection.createIndexes([...indexes]);
        const model = new ModelCollection();
        await fc.asyncModelRun(() => ({ model, real }), plan);
        await requireSame(model, real);
      }),
      { numRuns: 8, endOnFailure: true },
    );
  });
});
