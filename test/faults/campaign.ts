import type { Cuts } from './bulk-watch';
import type { RoundPlan } from './plan/round-plan';
import { nameOf } from './plan/step';
import { playRound } from './round';
import type { World } from './world';

export interface Failure {
  readonly plan: RoundPlan;
  readonly wrong: readonly string[];
}

export interface Campaign {
  readonly rounds: number;
  readonly milliseconds: number;
  readonly failures: readonly Failure[];
  /** How many rounds of each kind, and their milliseconds all together. */
  readonly kinds: ReadonlyMap<string, { readonly rounds: number; readonly milliseconds: number }>;
  /** How often each step was taken. */
  readonly steps: ReadonlyMap<string, number>;
  /** How many rounds had poison, a rebuild, a new version. */
  readonly twists: ReadonlyMap<string, number>;
  readonly cuts: Cuts;
}

function twistsOf({ fragile, endings, isUpgraded }: RoundPlan): readonly string[] {
  return [
    ...(fragile === null ? [] : ['events that cannot be folded']),
    ...endings.map(({ how }) =>
      how === 'switch' ? 'a rebuild switched to' : 'a rebuild cancelled',
    ),
    ...(isUpgraded ? ['a new version of a view'] : []),
  ];
}

/** No round that is well takes so long, in milliseconds. */
const roundLimit = 60_000;

async function withinLimit(
  play: (onStage: (stage: string) => void) => Promise<string[]>,
): Promise<string[]> {
  let reached = 'at its start';
  let timer: NodeJS.Timeout | undefined;
  const over = new Promise<string[]>((resolve) => {
    timer = setTimeout(() => {
      resolve([`not over in ${roundLimit} ms: ${reached}`]);
    }, roundLimit);
  });
  const playing = play((stage) => {
    reached = stage;
  });
  return Promise.race([playing, over]).finally(() => {
    clearTimeout(timer);
  });
}

/** Plays the rounds one after the other, up to the first that fails unless told to keep going. */
export async function runCampaign(
  world: World,
  plans: Iterable<RoundPlan>,
  keepGoing: boolean,
  onRound: (done: number, failure: Failure | null) => void = () => undefined,
): Promise<Campaign> {
  const started = performance.now();
  const failures: Failure[] = [];
  const kinds = new Map<string, { rounds: number; milliseconds: number }>();
  const steps = new Map<string, number>();
  const twists = new Map<string, number>();
  const cuts: Cuts = new Map();
  let done = 0;
  for (const plan of plans) {
    const began = performance.now();
    const wrong = await withinLimit((onStage) => playRound(world, plan, cuts, onStage)).catch(
      (error: unknown) => [error instanceof Error ? (error.stack ?? error.message) : String(error)],
    );
    const failure = wrong.length > 0 ? { plan, wrong } : null;
    if (failure !== null) failures.push(failure);
    for (const step of plan.steps) steps.set(nameOf(step), (steps.get(nameOf(step)) ?? 0) + 1);
    for (const twist of twistsOf(plan)) twists.set(twist, (twists.get(twist) ?? 0) + 1);
    const { rounds, milliseconds } = kinds.get(plan.kind) ?? { rounds: 0, milliseconds: 0 };
    const took = performance.now() - began;
    kinds.set(plan.kind, { rounds: rounds + 1, milliseconds: milliseconds + took });
    done += 1;
    onRound(done, failure);
    if (wrong.length > 0 && !keepGoing) break;
  }
  const milliseconds = performance.now() - started;
  return { rounds: done, milliseconds, failures, kinds, twists, steps, cuts };
}
