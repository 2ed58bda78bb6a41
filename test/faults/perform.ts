import { setTimeout as sleep } from 'node:timers/promises';

import type { BulkWatch } from './bulk-watch';
import { calmly } from './calmly';
import { documentDifferences } from './compare';
import type { FaultSwitch } from './fault-switch';
import { eventsAfter, type Scribe } from './log';
import type { RoundPlan } from './plan/round-plan';
import type { Slot, Step } from './plan/step';
import { startWorker, type Remains, type Task, type Workers } from './worker';
import type { World } from './world';

/** How long a projector may take to catch up, in milliseconds. */
export const patience = 20_000;

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
      const assigned = { ...task, isProcess, absenceMilliseconds: step.absenceMilliseconds ?? 0 };
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
  return calmly(() => documentDifferences(db, events, task.withPoison));
}
