import type { Ending } from '../finish-build';
import { type Random, randomOf } from '../random';
import { withDecisions } from './decisions';
import { drawFault } from './faults';
import { drawHistory, type Go } from './history';
import { drawSettings, type RoundSettings } from './settings';
import type { RoundKind } from './round-kind';
import type { Slot, Step } from './step';
import { collectionsOf, drawTwists } from './twists';

export interface RoundPlan {
  /** Unlike that of any other round on the same stores. */
  readonly name: string;
  readonly kind: RoundKind;
  readonly settings: RoundSettings;
  /** Name of the view that cannot fold every event; null: there is none. */
  readonly fragile: string | null;
  /** Writers have names: whoever follows in a slot need not wait for the lease. */
  readonly areNamed: boolean;
  readonly isUpgraded: boolean;
  readonly endings: readonly Ending[];
  readonly steps: readonly Step[];
}

export interface Drawing {
  readonly seed: number;
  /** In every round; otherwise in some. */
  readonly withPoison: boolean;
  readonly kinds: readonly RoundKind[];
}

const shares: Readonly<Record<RoundKind, number>> = { single: 79, two: 12, killed: 6, paused: 3 };

const sharePoisoned = 0.25;

/** The same drawing and number make the same round. */
export function drawRound({ seed, withPoison, kinds }: Drawing, number: number): RoundPlan {
  const random = randomOf(seed, number);
  const weights = Object.fromEntries(kinds.map((kind) => [kind, shares[kind]]));
  const kind = random.weighted(weights as Record<RoundKind, number>);
  const prefix = `s${seed}r${number}`;
  // A decision is recorded for a view of this name: no other round may have it.
  const fragile = withPoison || random.chance(sharePoisoned) ? `fragile-${prefix}` : null;
  const sound = drawHistory(random, prefix, fragile !== null);
  const goes = fragile === null ? sound : withDecisions(random, sound, fragile);
  const { steps, isUpgraded, endings } =
    kind === 'paused'
      ? { steps: pausedSteps(random, goes), isUpgraded: false, endings: [] }
      : drawTwists(random, faultySteps(random, kind, goes, collectionsOf(fragile)), fragile);
  const hasLateWrites =
    kind !== 'single' || steps.some((step) => step.kind === 'read-line' && step.fault === 'late');
  return {
    name: String(number),
    kind,
    settings: drawSettings(random, hasLateWrites),
    fragile,
    areNamed: kind !== 'paused' && random.chance(0.5),
    isUpgraded,
    endings,
    steps,
  };
}

export interface Range extends Drawing {
  /** Number of the first round. */
  readonly from: number;
  readonly rounds: number;
}

export const drawnRounds = (range: Range): readonly RoundPlan[] =>
  Array.from({ length: range.rounds }, (_, index) => drawRound(range, range.from + index));

/** Moments are counted in commands, so that they fall into the work on a slow machine too. */
function pause(random: Random, slot: Slot): Step {
  const byClock = random.chance(0.3);
  return {
    kind: 'wait',
    slot,
    commands: byClock ? null : random.between(1, random.chance(0.2) ? 60 : 16),
    milliseconds: byClock ? random.below(10) : 50,
  };
}

/** What is set before there is work strikes in it; the rest strikes at once. */
const isSet = ([first]: readonly Step[]): boolean =>
  first?.kind === 'stop-writes' || first?.kind === 'fail-command';

/** The first go comes before the projectors, the others and the faults while they run. */
function faultySteps(
  random: Random,
  kind: RoundKind,
  goes: readonly Go[],
  collections: readonly string[],
): readonly Step[] {
  const slots: readonly Slot[] = kind === 'two' ? [0, 1] : [0];
  return goes.flatMap((go, index) => {
    const slot = random.pick(slots);
    const faults = Array.from({ length: random.between(index === 0 ? 1 : 0, 2) }, () =>
      drawFault(random, kind, slot, collections),
    );
    const struck = faults.filter((fault) => !isSet(fault));
    const starts =
      index > 0 ? [] : slots.map((started): Step => ({ kind: 'start', slot: started }));
    return [
      ...faults.filter(isSet).flat(),
      { kind: 'append', go } satisfies Step,
      ...starts,
      ...struck.flatMap((fault) => [pause(random, slot), ...fault]),
      pause(random, slot),
    ];
  });
}

/** Long enough for every lease that is drawn to be over. */
const beyondLease = 300;

/** However slow the machine is, the taker does not lose the lease again. */
const takerSettings = { leaseMilliseconds: 5_000 };

function pausedSteps(random: Random, goes: readonly Go[]): readonly Step[] {
  const appended = goes.map((go): Step => ({ kind: 'append', go }));
  const taken = random.between(1, goes.length - 1);
  const wait = (milliseconds: number): Step => {
    return { kind: 'wait', slot: 1, commands: null, milliseconds };
  };
  return [
    ...appended.slice(0, taken - 1),
    { kind: 'start', slot: 0 },
    pause(random, 0),
    ...appended.slice(taken - 1, taken),
    pause(random, 0),
    { kind: 'pause', slot: 0 },
    { kind: 'start', slot: 1, settings: takerSettings },
    ...appended.slice(taken),
    wait(beyondLease),
    { kind: 'compare', slot: 1 },
    { kind: 'remember' },
    { kind: 'wake', slot: 0 },
    wait(random.between(60, 160)),
    { kind: 'unchanged' },
    { kind: 'compare', slot: 1 },
  ];
}
