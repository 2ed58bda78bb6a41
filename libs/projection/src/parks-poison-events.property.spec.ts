import fc from 'fast-check';

import { entry, moody } from './testing/moody-views';
import { at, logged, superseded, type Recorded } from './testing/recorded';
import { createRunning, eventually, stopAll } from './testing/running';
import { skipped } from './testing/skips';

const ids = ['a', 'b', 'c'] as const;
type Id = (typeof ids)[number];

/** Whether the code can fold an event into a document, and what becomes of it if not. */
type Fault = 'none' | 'corrected' | 'skipped' | 'stays';

interface Step {
  readonly stream: string;
  /** Deletes the first of its documents instead of changing them all. */
  readonly strikes: boolean;
  readonly touches: Partial<Record<Id, Fault>>;
  /** So many events later it is decided to leave it out; negative: so many before. */
  readonly decidedAfter: number;
}

/** What happens to the process once an event is recorded. */
type Incident =
  | { readonly kind: 'crash'; readonly effects: number }
  | { readonly kind: 'restart' }
  | { readonly kind: 'retry'; readonly id: Id };

const fault = fc.oneof(
  { weight: 6, arbitrary: fc.constant<Fault>('none') },
  { weight: 4, arbitrary: fc.constantFrom<Fault>('corrected', 'skipped', 'stays') },
);
const step: fc.Arbitrary<Step> = fc.record({
  stream: fc.constantFrom('r', 's'),
  strikes: fc.nat(4).map((number) => number === 0),
  touches: fc
    .record({ a: fault, b: fault, c: fault }, { requiredKeys: [] })
    .filter((touches) => Object.keys(touches).length > 0),
  decidedAfter: fc.integer({ min: -3, max: 6 }),
});
const incident: fc.Arbitrary<Incident> = fc.oneof(
  fc.record({ kind: fc.constant('crash' as const), effects: fc.nat(9) }),
  fc.record({ kind: fc.constant('restart' as const) }),
  fc.record({ kind: fc.constant('retry' as const), id: fc.constantFrom(...ids) }),
);
const history = fc.record({
  steps: fc.array(step, { minLength: 2, maxLength: 14 }),
  incidents: fc.dictionary(fc.nat(14).map(String), incident, { maxKeys: 5 }),
  page: fc.integer({ min: 1, max: 6 }),
  retention: fc.constantFrom(0, 3_600_000),
  heldDocuments: fc.constantFrom(1, 100),
});

const touchedBy = ({ strikes, touches }: Step): Id[] =>
  ids.filter((id) => touches[id] !== undefined).slice(0, strikes ? 1 : ids.length);

const recordedAs = (one: Step, place: number): Recorded =>
  one.strikes
    ? { ...superseded(place, touchedBy(one).join()), stream: `pact-${one.stream}` }
    : entry(place, touchedBy(one).join(','), one.stream);

interface Written {
  readonly log: readonly Recorded[];
  /** As a `Moody` view names them. */
  readonly faults: ReadonlyMap<string, Fault>;
  /** Steps by their places. */
  readonly placed: ReadonlyMap<number, Step>;
}

/** Events and decisions in the order of the log. */
function written(steps: readonly Step[]): Written {
  const decided = steps.flatMap((one, of) =>
    touchedBy(one).flatMap((id) =>
      one.touches[id] === 'skipped' ? [{ order: of + one.decidedAfter + 0.5, of, id }] : [],
    ),
  );
  const order = [...steps.map((_, of) => ({ order: of, of, id: null })), ...decided].toSorted(
    (left, right) => left.order - right.order,
  );
  const placeOf = (of: number): number =>
    1 + order.findIndex((one) => one.of === of && one.id === null);
  const events = steps.map((one, of) => recordedAs(one, placeOf(of)));
  const log = order.flatMap(({ of, id }, index) => {
    const event = events[of];
    if (event === undefined) return [];
    return id === null ? event : skipped(index + 1, 'moody', { kind: 'document', key: id }, event);
  });
  const faults = steps.flatMap((one, of) =>
    touchedBy(one).map((id) => [`${placeOf(of)}/${id}`, one.touches[id] ?? 'none'] as const),
  );
  return {
    log,
    faults: new Map(faults),
    placed: new Map(steps.map((one, of) => [placeOf(of), one])),
  };
}

/** One fold from the beginning that knows every decision; a document ends before what it cannot. */
function folded({ placed, faults }: Written): Record<string, { readonly places: string[] }> {
  const documents = new Map<Id, { readonly places: string[] }>();
  const ended = new Set<Id>();
  for (const [place, one] of [...placed].toSorted(([left], [right]) => left - right)) {
    for (const id of touchedBy(one).filter((touched) => !ended.has(touched))) {
      const fate = faults.get(`${place}/${id}`);
      if (fate === 'stays') ended.add(id);
      if (fate === 'stays' || fate === 'skipped') continue;
      if (one.strikes) documents.delete(id);
      else documents.set(id, { places: [...(documents.get(id)?.places ?? []), String(place)] });
    }
  }
  return Object.fromEntries(documents);
}

afterEach(stopAll);

it('Documents come out as from one fold without what was left out, whatever happens meanwhile', async () => {
  await fc.assert(
    fc.asyncProperty(history, async ({ steps, incidents, page, retention, heldDocuments }) => {
      const all = written(steps);
      const { view, faults } = moody();
      for (const [name, fate] of all.faults) if (fate !== 'none') faults.add(name);
      const { log, runtime, storage, another } = createRunning([view], {
        limits: { events: page, catchingUpMilliseconds: 1, liveMilliseconds: 0 },
        retryPauses: [],
        retryDelay: () => 1,
        tombstoneRetentionMilliseconds: retention,
        heldDocuments,
      });
      let process = runtime;
      await process.start();
      const restart = async (): Promise<void> => {
        await process.stop();
        process = another();
        await process.start();
      };
      const undergo = async (what: Incident): Promise<void> => {
        if (what.kind === 'restart') return restart();
        if (what.kind === 'retry') {
          const asked = process.operations.retry('moody', { kind: 'document', key: what.id });
          await asked.catch(() => false);
          return;
        }
        storage.failAfter(what.effects);
        await new Promise((resolve) => setTimeout(resolve, 2));
        await restart();
        storage.recover();
      };
      for (const [index, event] of all.log.entries()) {
        log.append(logged(event));
        const what = incidents[String(index)];
        if (what !== undefined) await undergo(what);
      }
      expect(await process.waitFor(['moody'], at(all.log.length), 2_000)).toBe(true);
      for (const [name, fate] of all.faults) if (fate === 'corrected') faults.delete(name);
      await restart();
      await eventually(() => process.status()[0]?.caughtUp === true, 'caught up');

      expect(storage.contents(view)).toEqual(folded(all));
      const kept = await process.operations.parked();
      const stays = [...all.faults].filter(([, fate]) => fate === 'stays');
      expect(new Set(kept.map(({ key }) => key))).toEqual(
        new Set(stays.map(([name]) => name.split('/')[1])),
      );
      await process.stop();
    }),
    { numRuns: 80 },
  );
}, 30_000);
