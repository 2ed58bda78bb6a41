import { setTimeout as sleep } from 'node:timers/promises';

import { booksOf } from './books';
import type { BulkWatch } from './bulk-watch';
import { calmly } from './calmly';
import { liveDifferences } from './compare';
import type { FaultSwitch } from './fault-switch';
import { eventsAfter, type Scribe } from './log';
import { patience } from './patience';
import type { RoundPlan } from './plan/round-plan';
import type { Slot, Step } from './plan/step';
import { changesBetween, snapshotOf, type Snapshot } from './snapshot';
import { startWorker, type Remains, type Task, type Workers } from './worker';
import type { World } from './world';

/** What the steps of a round work on. */
export interface Scene {
  readonly world: World;
  readonly plan: RoundPlan;
  readonly task: Task;
  readonly scribe: Scribe;
  readonly workers: Workers;
  readonly watch: BulkWatch;
  readonly faults: FaultSwitch;
  readonly remains: Remains;
  /** What was wrong about answers that came late. */
  readonly wrong: string[];
  remembered: Snapshot;
}

/** Answers with what turned out wrong; only steps that compare can say so. */
export async function perform(scene: Scene, step: Step): Promise<string[]> {
  const { world, plan, task, scribe, workers, watch, faults, remains } = scene;
  switch (step.kind) {
    case 'append':
      await scribe.append(step.go);
      return [];
    case 'wait':
      await Promise.race([
        sleep(step.milliseconds),
        ...(step.commands === null ? [] : [workers.get(step.slot)?.line.spoken(step.commands)]),
      ]);
      return [];
    case 'start': {
      const isProcess = step.slot === 0 && (plan.kind === 'killed' || plan.kind === 'paused');
      if (workers.has(step.slot)) return [];
      const { absenceMilliseconds = 0, release = task.release } = step;
      const settings = { ...task.settings, ...step.settings };
      const writer = plan.areNamed ? `slot ${step.slot}` : null;
      const assigned = { ...task, isProcess, absenceMilliseconds, release, settings, writer };
      workers.set(step.slot, await startWorker(world, assigned, watch, remains));
      return [];
    }
    case 'stop':
    case 'crash':
      await workers.get(step.slot)?.[step.kind]();
      workers.delete(step.slot);
      return [];
    case 'pause':
    case 'wake':
      workers.get(step.slot)?.[step.kind]();
      return [];
    case 'ask': {
      const asked = workers.get(step.slot)?.ask(step.request);
      const heard = asked?.then((problem) => problem === null || scene.wrong.push(problem));
      if (heard !== undefined) remains.push(heard);
      return [];
    }
    case 'remember':
      scene.remembered = await calmly(() => snapshotOf(world.admin.db(task.database)));
      return [];
    case 'unchanged':
      return changesBetween(
        scene.remembered,
        await calmly(() => snapshotOf(world.admin.db(task.database))),
      );
    case 'compare':
      return compareMeanwhile(scene, step.slot);
    case 'struck':
      await Promise.race([sleep(step.milliseconds), watch.struck()]);
      return [];
    case 'stop-writes':
    case 'fail-command':
      await faults.arm(step);
      return [];
    case 'read-line':
      workers.get(step.slot)?.line.strike(step.fault, step.milliseconds);
      return [];
    case 'event-line':
      world.eventLine.strike(step.fault, step.milliseconds);
      return [];
    case 'restart':
      await world.nodes[step.store].restart(step.how);
      return [];
  }
}

async function compareMeanwhile(
  { world, task, scribe, workers }: Scene,
  slot: Slot,
): Promise<string[]> {
  const { last } = scribe.standing();
  if (last === null) return [];
  const reached = await workers.get(slot)?.reached(last, patience);
  if (reached !== true) return ['the projector did not catch up'];
  const events = await eventsAfter(world.soundLog, task.base);
  const db = world.admin.db(task.database);
  const { release } = task;
  return calmly(async () => liveDifferences({ db, books: await booksOf(db), events, release }));
}
