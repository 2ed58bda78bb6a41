import type { ProjectionRuntime } from '@jejak/projection';
import type { Db } from 'mongodb';

import { booksOf } from './books';
import { createBulkWatch, type Cuts } from './bulk-watch';
import { checkpointDifferences, liveDifferences, previousDifferences } from './compare';
import { calmly } from './calmly';
import { expectedOf } from './expected';
import { createFaultSwitch } from './fault-switch';
import { createScribe, eventsAfter } from './log';
import { awaitLive, awaitRemoval, awaitVersions, finishBuild } from './finish-build';
import { patience } from './patience';
import { perform, type Scene } from './perform';
import type { RoundPlan } from './plan/round-plan';
import { project } from './project';
import { firstRelease, type Release, viewsOf } from './views';
import type { World } from './world';

/**
 * Plays a round and answers with what is wrong during it or at its end: nothing, when the promise
 * holds. The database of the round goes with it, unless something is wrong.
 */
export async function playRound(
  world: World,
  plan: RoundPlan,
  cuts: Cuts,
  onStage: (stage: string) => void = () => undefined,
): Promise<string[]> {
  const database = `round-${plan.name}`;
  const { newest: base } = await world.soundLog.head();
  const watch = createBulkWatch(cuts);
  const { settings, fragile } = plan;
  const release = { ...firstRelease, fragile };
  const wrong: string[] = [];
  const scene: Scene = {
    world,
    plan,
    task: { database, base, release, writer: null, settings },
    scribe: createScribe(world.soundLog),
    workers: new Map(),
    watch,
    faults: createFaultSwitch(world, database, watch),
    remains: [],
    wrong,
    remembered: new Map(),
  };
  try {
    for (const [index, step] of plan.steps.entries()) {
      onStage(`in step ${index}`);
      const found = await perform(scene, step);
      wrong.push(...found.map((difference) => `after step ${index}: ${difference}`));
    }
  } finally {
    await endAll(scene, onStage);
  }
  onStage('while catching up');
  wrong.push(...(await catchUp(scene)));
  await calmly(() => world.admin.db(database).dropDatabase());
  return wrong;
}

/** Lifts every fault and ends every projector. */
async function endAll(
  { world, workers, faults, remains }: Scene,
  onStage: (stage: string) => void,
): Promise<void> {
  onStage('while waiting for the stores');
  await Promise.all(Object.values(world.nodes).map((node) => node.isUp()));
  onStage('while lifting the faults');
  await faults.off();
  onStage('while ending the projectors');
  world.eventLine.lift();
  for (const worker of workers.values()) worker.line.lift();
  await Promise.all([...workers.values()].map((worker) => worker.stop()));
  onStage('while letting go of what crashed');
  await Promise.all(remains);
}

/** One projector of the last release, undisturbed, brings every view to the end of the log. */
async function catchUp({ world, task, scribe, plan }: Scene): Promise<string[]> {
  const { last } = scribe.standing();
  const db = world.admin.db(task.database);
  // As if their time had passed: whoever held them has ended.
  const ended = { $set: { renewedAt: new Date(0) } };
  await calmly(() => db.collection('checkpoints').updateMany({}, ended));
  const release = { ...task.release, isCorrected: true, isUpgraded: plan.isUpgraded };
  const readStorePort = world.nodes['read-store'].port();
  const assignment = { ...task, readStorePort, release };
  const { runtime, client } = await project(assignment, world.log, undefined, {
    serverSelectionTimeoutMS: patience,
  });
  const names = viewsOf(release).map(({ name }) => name);
  const reached = last === null || (await runtime.waitFor(names, last, patience));
  const stories = runtime.status().map(({ name, state, events, error }) => {
    return `${name} ${state} after ${events} events: ${error?.message ?? 'no error'}`;
  });
  const ending = reached ? await end(runtime, db, release, { world, task, plan }) : [];
  await runtime.stop();
  await client.close();
  if (!reached) return [`not caught up in ${patience} ms`, ...stories];

  const { appended } = scribe.standing();
  const events = await eventsAfter(world.soundLog, task.base);
  const lost =
    events.length === appended ? [] : [`the log holds ${events.length} of ${appended} events`];
  const different = await calmly(async () => {
    const comparison = { db, books: await booksOf(db), events, release };
    const documents = [liveDifferences(comparison), previousDifferences(comparison)];
    return [...(await Promise.all(documents)).flat(), ...checkpointDifferences(comparison)];
  });
  return [...ending, ...lost, ...different];
}

/** Ends every build as it is to end, so that nothing is left over. */
async function end(
  runtime: ProjectionRuntime,
  db: Db,
  release: Release,
  { world, task, plan }: Pick<Scene, 'world' | 'task' | 'plan'>,
): Promise<string[]> {
  const wrong = [...(await awaitLive(runtime)), ...(await awaitVersions(runtime))];
  const views = viewsOf(release);
  for (const ending of plan.endings) {
    const view = views.find(({ name }) => name === ending.view);
    const events = await eventsAfter(world.soundLog, task.base);
    const stops = view !== undefined && expectedOf(view, events).parked.size > 0;
    wrong.push(...(await finishBuild(runtime, ending, stops)));
  }
  return [...wrong, ...(await calmly(() => awaitRemoval(db)))];
}
