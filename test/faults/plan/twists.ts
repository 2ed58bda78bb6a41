import { collectionName } from '@jejak/projection';

import type { Ending } from '../finish-build';
import type { Random } from '../random';
import { firstRelease, history, type Release, viewsOf } from '../views';
import type { Slot, Step } from './step';

/** What happens to the generations in a round, besides the faults. */
export interface Twists {
  readonly steps: readonly Step[];
  /** The last release has the next version of a view. */
  readonly isUpgraded: boolean;
  readonly endings: readonly Ending[];
}

const slotsIn = (steps: readonly Step[]): readonly Slot[] =>
  steps.flatMap((step) => (step.kind === 'start' ? [step.slot] : []));

/** A place after the first projector has started. */
const placeIn = (random: Random, steps: readonly Step[]): number =>
  random.between(steps.findIndex(({ kind }) => kind === 'start') + 1, steps.length);

/** From some moment on, a slot runs another release. */
function rolledOut(
  random: Random,
  steps: readonly Step[],
  fragile: string | null,
  change: Partial<Release>,
): readonly Step[] {
  const place = placeIn(random, steps);
  const slot = random.pick(slotsIn(steps));
  const restart: readonly Step[] = [
    { kind: random.pick(['stop', 'crash']), slot },
    { kind: 'start', slot },
  ];
  const later = [...restart, ...steps.slice(place)].map((step): Step => {
    if (step.kind !== 'start' || step.slot !== slot) return step;
    const before = step.release ?? { ...firstRelease, fragile };
    return { ...step, release: { ...before, ...change } };
  });
  return [...steps.slice(0, place), ...later];
}

function asked(
  random: Random,
  steps: readonly Step[],
  request: Extract<Step, { kind: 'ask' }>['request'],
): readonly Step[] {
  const place = placeIn(random, steps);
  const slot = random.pick(slotsIn(steps));
  return [...steps.slice(0, place), { kind: 'ask', slot, request }, ...steps.slice(place)];
}

/** Draws what else happens in a round with these steps. */
export function drawTwists(random: Random, drawn: readonly Step[], fragile: string | null): Twists {
  let steps = drawn;
  const endings: Ending[] = [];
  const isUpgraded = random.chance(0.12);
  const isRebuilt = random.chance(0.15);
  if (isUpgraded) steps = rolledOut(random, steps, fragile, { isUpgraded });
  if (fragile !== null && random.chance(0.4)) {
    steps = rolledOut(random, steps, fragile, { isCorrected: true });
  }
  if (fragile !== null) {
    for (let retries = random.between(0, 2); retries > 0; retries -= 1) {
      steps = asked(random, steps, { kind: 'retry', view: fragile, choice: random.below(4) });
    }
  }
  if (isRebuilt) {
    const names = viewsOf({ ...firstRelease, fragile }).map(({ name }) => name);
    const view = random.pick(names.filter((name) => !(isUpgraded && name === history.name)));
    steps = asked(random, steps, { kind: 'rebuild', view });
    endings.push({ view, how: random.chance(0.6) ? 'switch' : 'cancel' });
  }
  return { steps, isUpgraded, endings };
}

/** The collections whose writes faults may stop. */
export const collectionsOf = (fragile: string | null): readonly string[] => [
  ...viewsOf({ ...firstRelease, fragile }).map((view) => collectionName(view)),
  ...(fragile === null ? [] : ['parked', 'parked_events']),
  'checkpoints',
];
