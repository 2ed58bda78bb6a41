import { createBulkWatch, type Cuts } from './bulk-watch';
import { checkpointDifferences, documentDifferences } from './compare';
import { calmly } from './calmly';
import { createFaultSwitch } from './fault-switch';
import { createScribe, eventsAfter } from './log';
import { patience, perform, type Scene } from './perform';
import type { RoundPlan } from './plan/round-plan';
import { project } from './project';
import { viewsOf } from './views';
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
  const { settings, withPoison } = plan;
  const scene: Scene = {
    world,
    plan,
    task: { database, base, withPoison, settings },
    scribe: createScribe(world.soundLog),
    workers: new Map(),
    watch,
    faults: createFaultSwitch(world, database, watch),
    remains: [],
  };
  const wrong: string[] = [];
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

/** One projector, undisturbed, brings every view to the end of the log. */
async function catchUp({ world, task, scribe }: Scene): Promise<string[]> {
  const { appended, last } = scribe.standing();
  const readStorePort = world.nodes['read-store'].port();
  const { runtime, client } = await project({ ...task, readStorePort }, world.log, undefined, {
    serverSelectionTimeoutMS: patience,
  });
  const names = viewsOf(task.withPoison).map(({ name }) => name);
  const reached = last === null || (await runtime.waitFor(names, last, patience));
  const views = runtime.status().map(({ name, state, events, error }) => {
    return `${name} ${state} after ${events} events: ${error?.message ?? 'no error'}`;
  });
  await runtime.stop();
  await client.close();
  if (!reached) return [`not caught up in ${patience} ms`, ...views];

  const events = await eventsAfter(world.soundLog, task.base);
  const db = world.admin.db(task.database);
  const lost =
    events.length === appended ? [] : [`the log holds ${events.length} of ${appended} events`];
  return [
    ...lost,
    ...(await calmly(() => documentDifferences(db, events, task.withPoison))),
    ...(await calmly(() => checkpointDifferences(db, events, task.withPoison))),
  ];
}
