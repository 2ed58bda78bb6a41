import { type Random, randomOf } from '../random';
import { drawFault } from './faults';
import { drawHistory, type Go } from './history';
import { drawSettings, type RoundSettings } from './settings';
import type { Slot, Step } from './step';

/**
 * `single`: one projector. `two`: two at once. `killed`: a process that is killed. `paused`: a
 * process that is paused while another takes over.
 */
export const roundKinds = ['single', 'two', 'killed', 'paused'] as const;

export type RoundKind = (typeof roundKinds)[number];

export interface RoundPlan {
  readonly number: number;
  readonly kind: RoundKind;
  readonly settings: RoundSettings;
  readonly withPoison: boolean;
  readonly steps: readonly Step[];
}

export interface Drawing {
  readonly seed: number;
  readonly withPoison: boolean;
  readonly kinds: readonly RoundKind[];
}

const shares: Readonly<Record<RoundKind, number>> = { single: 79, two: 12, killed: 6, paused: 3 };

/** The same drawing and number make the same round. */
export function drawRound({ seed, withPoison, kinds }: Drawing, number: number): RoundPlan {
  const random = randomOf(seed, number);
  const weights = Object.fromEntries(kinds.map((kind) => [kind, shares[kind]]));
  const kind = random.weighted(weights as Record<RoundKind, number>);
  const goes = drawHistory(random, `s${seed}r${number}`, withPoison);
  const steps = kind === 'paused' ? pausedSteps(random, goes) : faultySteps(random, kind, goes);
  const hasLateWrites =
    kind !== 'single' || steps.some((step) => step.kind === 'read-line' && step.fault === 'late');
  return { number, kind, settings: drawSettings(random, hasLateWrites), withPoison, steps };
}

/** Mostly within the work of one batch, sometimes longer than it. */
const pause = (random: Random): Step => ({
  kind: 'wait',
  milliseconds: random.chance(0.15) ? random.between(10, 40) : random.below(8),
});

/** The first go comes before the projectors, the others and the faults while they run. */
function faultySteps(random: Random, kind: RoundKind, goes: readonly Go[]): readonly Step[] {
  const slots: readonly Slot[] = kind === 'two' ? [0, 1] : [0];
  const faults = (): Step[] =>
    Array.from({ length: random.below(3) }, () => [
      ...drawFault(random, kind, random.pick(slots)),
      pause(random),
    ]).flat();
  const started = slots.map((slot): Step => ({ kind: 'start', slot }));
  const early = random.chance(0.3) ? faults().filter(({ kind }) => kind !== 'crash') : [];
  return goes.flatMap((go, index) => [
    { kind: 'append', go } satisfies Step,
    ...(index === 0 ? [...early, ...started] : []),
    pause(random),
    ...(index === 0 ? drawFault(random, kind, random.pick(slots)) : faults()),
  ]);
}

/** Long enough for every lease that is drawn to be over. */
const beyondLease = 300;

function pausedSteps(random: Random, goes: readonly Go[]): readonly Step[] {
  const appended = goes.map((go): Step => ({ kind: 'append', go }));
  const taken = random.between(1, goes.length - 1);
  return [
    ...appended.slice(0, taken - 1),
    { kind: 'start', slot: 0 },
    { kind: 'wait', milliseconds: random.below(120) },
    ...appended.slice(taken - 1, taken),
    { kind: 'wait', milliseconds: random.below(12) },
    { kind: 'pause', slot: 0 },
    { kind: 'start', slot: 1 },
    ...appended.slice(taken),
    { kind: 'wait', milliseconds: beyondLease },
    { kind: 'compare', slot: 1 },
    { kind: 'wake', slot: 0 },
    { kind: 'wait', milliseconds: random.between(20, 100) },
    { kind: 'compare', slot: 1 },
  ];
}
