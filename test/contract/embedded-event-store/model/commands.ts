import { NO_STREAM, jsonEvent, type AppendResult, type JSONType } from '@eventstore/db-client';
import * as fc from 'fast-check';
import { OWN_CALL, rejection } from '../../event-store/server/support';
import { type Append, type Model } from './model';
import { type Outcome, type Proposed } from './plain-store';
import { compareAll, compareReads, type Reading } from './readings';
import { type TestedNode } from './tested-node';

type ModelCommand = fc.AsyncCommand<Model, TestedNode>;

/** A word, or a revision as its distance from the newest. */
type Expectation = 'any' | 'no_stream' | 'stream_exists' | number;

const command = (
  title: string,
  run: (model: Model, node: TestedNode) => Promise<void>,
): ModelCommand => ({ check: () => true, run, toString: () => title });

/** `stream` or `$$stream`, as no other run has it. */
const named = ({ prefix }: Model, stream: string): string =>
  stream.replace(/^(\$\$)?/u, `$1${prefix}-`);

function resolve<Word extends string>(
  { store }: Model,
  stream: string,
  expected: Word | number,
): Word | 'no_stream' | bigint {
  if (typeof expected !== 'number') return expected;
  const revision = store.countOf(stream) - 1 + expected;
  return revision < 0 ? NO_STREAM : BigInt(revision);
}

function fresh(model: Model, type: string, data: JSONType): Proposed {
  model.ids += 1;
  return { id: `00000000-0000-4000-8000-${String(model.ids).padStart(12, '0')}`, type, data };
}

/** Asks the node, and compares its answer with the model's. */
async function compare(
  model: Model,
  ask: () => Promise<Pick<AppendResult, 'position'> & { nextExpectedRevision?: bigint }>,
  outcome: Outcome,
): Promise<void> {
  if (outcome.kind !== 'done') {
    const type = outcome.kind === 'wrong' ? 'wrong-expected-version' : 'stream-deleted';
    expect(await rejection(ask())).toMatchObject({ type });
    return;
  }
  const { position, nextExpectedRevision } = await ask();
  const { newest, revision } = outcome;
  // The client reads "no stream" as revision 0.
  if (nextExpectedRevision !== undefined && revision >= 0n)
    expect(nextExpectedRevision).toBe(revision);
  const commit = position?.commit ?? -1n;
  if (newest === null) {
    for (const known of model.positions.values()) expect(commit).toBeGreaterThan(known);
  } else {
    expect(commit).toBe(model.positions.get(newest) ?? commit);
    expect(commit).toBeGreaterThan(0n);
    model.positions.set(newest, commit);
  }
}

const ask = (node: TestedNode, { stream, expected, events }: Append, own: boolean) =>
  node.client.appendToStream(
    stream,
    events.map(({ id, type, data }) => jsonEvent({ id, type, data })),
    { expectedRevision: expected, ...(own ? OWN_CALL : {}) },
  );

function perform(model: Model, node: TestedNode, append: Append, own: boolean): Promise<void> {
  model.appends.push(append);
  const { stream, expected, events } = append;
  const outcome = model.store.append(stream, expected, events);
  return compare(model, () => ask(node, append, own), outcome);
}

const streams = fc.constantFrom('a', 'b', 'Ω c');
const distances = fc.integer({ min: -3, max: 1 });
const expectations = fc.oneof(
  fc.constantFrom<Expectation>('any', 'any', 'no_stream', 'stream_exists'),
  distances,
);
/** The client cannot say that it expects a stream to exist when it removes one. */
const removable = fc.oneof(fc.constantFrom<'any' | 'no_stream'>('any', 'no_stream'), distances);

const appends = fc
  .tuple(streams, expectations, fc.nat(3), fc.boolean())
  .map(([stream, expected, count, own]) =>
    command(`append ${count} to ${stream} expecting ${expected}`, (model, node) => {
      const name = named(model, stream);
      const events = Array.from({ length: count }, (_, n) => fresh(model, 'Noted', { n }));
      const given = { stream: name, expected: resolve(model, name, expected), events };
      return perform(model, node, given, own);
    }),
  );

/** An earlier append, its end only or with more behind it, as then or with another expectation. */
const repetitions = fc
  .tuple(fc.nat(), fc.nat(1), fc.nat(1), fc.option(expectations), fc.boolean())
  .map(([pick, skip, more, expected, own]) =>
    command(
      `append again #${pick} without ${skip}, with ${more} more, expecting ${expected ?? 'the same'}`,
      async (model, node) => {
        const earlier = model.appends[pick % Math.max(1, model.appends.length)];
        if (earlier === undefined) return;
        const added = Array.from({ length: more }, () => fresh(model, 'Noted', { more }));
        const events = [...earlier.events.slice(skip), ...added];
        const { stream } = earlier;
        const again = expected === null ? earlier.expected : resolve(model, stream, expected);
        await perform(model, node, { stream, expected: again, events }, own);
      },
    ),
  );

const metadata = fc.record(
  { $maxCount: fc.integer({ min: 1, max: 4 }), $tb: fc.nat(6), $acl: fc.constant({ $r: 'x' }) },
  { requiredKeys: [] },
);

const descriptions = fc.tuple(streams, expectations, metadata).map(([stream, expected, data]) =>
  command(`describe ${stream} as ${JSON.stringify(data)} expecting ${expected}`, (model, node) => {
    const described = named(model, `$$${stream}`);
    const events = [fresh(model, '$metadata', data)];
    const given = { stream: described, expected: resolve(model, described, expected), events };
    return perform(model, node, given, false);
  }),
);

const removals = (kind: 'delete' | 'tombstone') =>
  fc.tuple(streams, removable).map(([stream, expected]) =>
    command(`${kind} ${stream} expecting ${expected}`, (model, node) => {
      const name = named(model, stream);
      const expectedRevision = resolve(model, name, expected);
      const outcome = model.store[kind](name, expectedRevision);
      const remove = () => node.client[`${kind}Stream`](name, { expectedRevision });
      return compare(model, remove, outcome);
    }),
  );

const reads = fc
  .record<Reading>({
    stream: streams.chain((stream) => fc.constantFrom(stream, stream, `$$${stream}`)),
    from: fc.oneof(fc.constantFrom<Reading['from']>('start', 'end'), fc.nat(8)),
    backwards: fc.boolean(),
    maxCount: fc.integer({ min: 1, max: 5 }),
  })
  .map((reading) =>
    command(`read ${JSON.stringify(reading)}`, (model, node) =>
      compareReads(model.store, node.client, { ...reading, stream: named(model, reading.stream) }),
    ),
  );

const wholeReads = fc
  .tuple(fc.nat(), fc.integer({ min: 1, max: 9 }))
  .map(([from, maxCount]) =>
    command(`read $all, then ${maxCount} from #${from}`, (model, node) =>
      compareAll(model, node.client, from, maxCount),
    ),
  );

const restarts = fc.constant(command('restart', (_, node) => node.restart()));
const kills = fc.constant(command('kill', (_, node) => node.kill()));

/** Whether it was written when the node died or is written now: it is there once. */
const killedAppends = fc
  .tuple(streams, fc.integer({ min: 1, max: 3 }), fc.nat(8))
  .map(([stream, count, milliseconds]) =>
    command(`kill ${milliseconds} ms into an append to ${stream}`, async (model, node) => {
      const events = Array.from({ length: count }, (_, n) => fresh(model, 'Noted', { n }));
      const append = { stream: named(model, stream), expected: 'any', events } as const;
      ask(node, append, false).catch(() => undefined);
      await new Promise((wake) => setTimeout(wake, milliseconds));
      await node.kill();
      await perform(model, node, append, false);
    }),
  );

const often = <T>(times: number, what: T): T[] => Array.from({ length: times }, () => what);

/** Those that start a node come seldom: each takes as long as hundreds of the others. */
export const commands = fc.commands(
  [
    ...often(18, appends),
    ...often(14, repetitions),
    ...often(10, descriptions),
    ...often(10, removals('delete')),
    ...often(18, reads),
    ...often(6, wholeReads),
    ...often(2, removals('tombstone')),
    ...[restarts, kills, killedAppends],
  ],
  { maxCommands: 80, size: 'max' },
);
