import { setTimeout as sleep } from 'node:timers/promises';

import { OperationRefused, type ProjectionRuntime } from '@jejak/projection';
import type { Db } from 'mongodb';

import { booksOf } from './books';
import { leftOvers } from './left-overs';
import { patience } from './patience';

/** How a rebuild of a round ends once everything is well again. */
export interface Ending {
  readonly view: string;
  readonly how: 'switch' | 'cancel';
}

/** False when the condition did not come to hold in time. */
async function becomes(condition: () => Promise<boolean> | boolean): Promise<boolean> {
  const deadline = performance.now() + patience;
  while (!(await condition())) {
    if (performance.now() > deadline) return false;
    await sleep(3);
  }
  return true;
}

/** Asked in the moment in which the generations are opened again, an operation is refused. */
async function granted<Result>(operation: () => Promise<Result>): Promise<Result> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await operation();
    } catch (error) {
      const isPassing =
        error instanceof OperationRefused && error.code === 'projection.not-following';
      if (!isPassing || attempt === 20) throw error;
      await sleep(10);
    }
  }
}

/**
 * A view has passed a position as soon as its checkpoint is read; only then does it try what is
 * parked. Live, it is done with that.
 */
export async function awaitLive(runtime: ProjectionRuntime): Promise<string[]> {
  const isLive = (): boolean => runtime.status().every(({ state }) => state === 'live');
  if (await becomes(isLive)) return [];
  const told = runtime.status().filter(({ state }) => state !== 'live');
  return told.map(({ name, state, writer, error }) => {
    return `${name} is ${state}: ${error?.message ?? writer ?? 'nothing is said'}`;
  });
}

/** Builds that end by themselves, those of new versions, do so. */
export async function awaitVersions(runtime: ProjectionRuntime): Promise<string[]> {
  const isUnderWay = (): boolean =>
    runtime.status().some(({ name }) => runtime.operations.build(name)?.purpose === 'new-version');
  return (await becomes(() => !isUnderWay())) ? [] : ['a new version did not take over'];
}

/**
 * Brings the rebuild that was asked for to its end, asking for it if that was never heard. A build
 * stops at an event that stands still in the live generation: then it can only be given up.
 */
export async function finishBuild(
  { operations }: ProjectionRuntime,
  { view, how }: Ending,
  stops: boolean,
): Promise<string[]> {
  if (operations.build(view) === null)
    await granted(() => operations.rebuild(view, { throttle: null }));
  const isOver = (): boolean => {
    const state = operations.build(view)?.state;
    return state === 'ready' || state === 'failed';
  };
  if (!(await becomes(isOver))) {
    return [`the build of ${view} is ${String(operations.build(view)?.state)}`];
  }
  const { state, difference, error } = operations.build(view) ?? { difference: null };
  if ((state === 'failed') !== stops)
    return [`the build is ${String(state)}: ${String(error?.message)}`];
  if (stops || how === 'cancel') {
    await granted(() => operations.cancel(view));
    return [];
  }
  const { changed = -1, onlyLive = -1, onlyNext = -1 } = difference ?? {};
  await granted(() => operations.switchOver(view));
  return changed + onlyLive + onlyNext === 0 ? [] : ['the build was not the same as what was live'];
}

/** What is discarded goes while the projector runs; answers with what does not. */
export async function awaitRemoval(db: Db): Promise<string[]> {
  let left: readonly string[] = [];
  await becomes(async () => {
    left = leftOvers(await booksOf(db));
    return left.length === 0;
  });
  return [...left];
}
