import { addDays, dayIn, endOfDayIn } from '@jejak/domain';
import { type AppendFault } from '@jejak/event-store/testing/faults';
import fc from 'fast-check';

import { type ClockWorld, clockWorld } from './testing/clock-world';
import { type MilestoneFacts, milestoneFacts } from './testing/plan-facts';

const wib = { offsetMinutes: 420 };
const start = Date.parse('2024-03-01T00:00:00.000Z');
const hour = 3_600_000;

/** What happens next, and how many hours later. `days` moves a last day or dates a report back. */
interface Step {
  readonly hours: number;
  readonly of: 0 | 1 | 2;
  readonly act: 'adopt' | 'report' | 'return' | 'move';
  readonly days: number;
  readonly look: 'none' | 'one' | 'two' | 'behind';
  readonly faults: readonly (AppendFault | null)[];
}

const step: fc.Arbitrary<Step> = fc.record({
  hours: fc.integer({ min: 0, max: 40 }),
  of: fc.constantFrom(0, 1, 2),
  act: fc.constantFrom('adopt', 'report', 'return', 'move'),
  days: fc.integer({ min: -4, max: 4 }),
  look: fc.constantFrom('none', 'one', 'two', 'behind'),
  faults: fc.array(
    fc.constantFrom<AppendFault | null>(
      null,
      'unavailable',
      'lost-before-writing',
      'lost-after-writing',
      'written-late',
    ),
    { maxLength: 3 },
  ),
});

interface Fact {
  readonly at: string;
  readonly opens: string | null;
  readonly metOn: string | null;
}

/** What is known of one milestone at an instant: told from what was recorded before, and nothing else. */
function knownAt(facts: readonly Fact[], instant: string) {
  return facts
    .filter(({ at }) => at < instant)
    .reduce<{ dueOn: string; metOn: string | null } | null>(
      (known, { opens, metOn }) =>
        opens === null ? known && { ...known, metOn } : { dueOn: opens, metOn: null },
      null,
    );
}

/** Each last day that passed, by asking at the end of every day what was known then. */
function expected(facts: readonly Fact[]): string[] {
  const passed = facts.flatMap(({ at, opens }) => {
    if (opens === null) return [];
    const over = endOfDayIn(wib, opens);
    const asked = at < over ? over : endOfDayIn(wib, dayIn(wib, at));
    const known = knownAt(facts, asked);
    const isLate = known?.dueOn === opens && (known.metOn === null || known.metOn > opens);
    return isLate ? [opens] : [];
  });
  return [...new Set(passed)];
}

/** Does what the step says when it makes sense in what was recorded so far; the fact it left. */
async function act(
  world: ClockWorld,
  { stream, adopted, moved, reported, returned }: MilestoneFacts,
  facts: readonly Fact[],
  { act, days }: Step,
): Promise<Fact | null> {
  const at = world.now;
  const day = addDays(dayIn(wib, at), days);
  const known = knownAt(facts, '9999');
  if (known === null) {
    if (act !== 'adopt') return null;
    await world.record(stream, adopted(day));
    return { at, opens: day, metOn: null };
  }
  const isOpen = known.metOn === null;
  if (act === 'move' && isOpen && day !== known.dueOn) {
    await world.record(stream, moved(day));
    return { at, opens: day, metOn: null };
  }
  if (act === 'report' && isOpen) {
    const metOn = addDays(dayIn(wib, at), -Math.abs(days));
    await world.record(stream, reported(metOn));
    return { at, opens: null, metOn };
  }
  if (act === 'return' && !isOpen) {
    await world.record(stream, returned);
    return { at, opens: known.dueOn, metOn: null };
  }
  return null;
}

/** One or two processes look, whose appends go wrong; each begins anew and ends without a word. */
async function look(world: ClockWorld, { look: how, faults }: Step): Promise<void> {
  if (how === 'none') return;
  const { now } = world;
  if (how === 'behind') world.now = new Date(Date.parse(now) - 30 * hour).toISOString();
  world.store.failNextAppends(...faults);
  const clocks = [world.newClock(), ...(how === 'two' ? [world.newClock()] : [])];
  await Promise.all(clocks.map((clock) => clock.runOnce()));
  for (let turn = 0; turn < 6; turn += 1) await new Promise(setImmediate);
  world.store.heal();
  world.now = now;
}

it('The same deadlines are raised, each once, whenever and however often the clock looked', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(step, { maxLength: 25 }), async (steps) => {
      const world = clockWorld(new Date(start).toISOString());
      await world.recordZones();
      const milestones = ['a', 'b', 'c'].map((name) => milestoneFacts(name, '36'));
      const facts: Fact[][] = [[], [], []];
      let instant = start;
      for (const one of steps) {
        instant += one.hours * hour + 1;
        world.now = new Date(instant).toISOString();
        const fact = await act(world, milestones[one.of]!, facts[one.of]!, one);
        if (fact !== null) facts[one.of]!.push(fact);
        await look(world, one);
      }
      world.now = new Date(instant + 400 * hour).toISOString();
      const last = world.newClock();
      await last.runOnce();
      await last.runOnce();
      expect(last.status().error).toBeNull();
      const raised = (await world.passings()).map(({ id, dueOn }) => `${id} ${dueOn}`);
      const wanted = milestones.flatMap(({ id }, index) =>
        expected(facts[index]!).map((dueOn) => `${id} ${dueOn}`),
      );
      expect(raised.toSorted()).toEqual(wanted.toSorted());
    }),
    { numRuns: 40 },
  );
}, 60_000);
