import { randomOf } from '../random';
import { drawHistory } from './history';
import type { RoundPlan } from './round-plan';
import { undrawn } from './sweep';

/** Longer than the projectors' driver looks for a server. */
const absenceMilliseconds = 700;

/** The read store is away when the projector starts and stays so until its driver has given up. */
export function absenceRound(name: string): RoundPlan {
  const [go] = drawHistory(randomOf(0, 0), name, false);
  return {
    name,
    kind: 'single',
    settings: undrawn,
    fragile: null,
    areNamed: false,
    isUpgraded: false,
    endings: [],
    steps: [
      ...(go === undefined ? [] : [{ kind: 'append', go } as const]),
      { kind: 'start', slot: 0, absenceMilliseconds },
      { kind: 'compare', slot: 0 },
    ],
  };
}
