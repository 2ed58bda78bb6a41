import type { Position } from '@jejak/domain';

import { ask, type Request } from './ask';
import type { BulkWatch } from './bulk-watch';
import { openLine, type Line } from './line/line';
import type { Slot } from './plan/step';
import { type Assignment, project } from './project';
import { viewsOf } from './views';
import type { World } from './world';

/** A projector in its slot, here or in a process, with a line to the read store of its own. */
export interface Worker {
  readonly line: Line;
  /** True once every view has passed the position; false when that takes too long. */
  reached(position: Position, milliseconds: number): Promise<boolean>;
  /** Resolves with what was wrong about the answer, or null. */
  ask(request: Request): Promise<string | null>;
  stop(): Promise<void>;
  /** Resolves at once; what it held is let go of by `settle`. */
  crash(): Promise<void>;
  pause(): void;
  wake(): void;
}

export type Task = Omit<Assignment, 'readStorePort'>;

interface Assigned extends Task {
  readonly isProcess: boolean;
  /** How long its line refuses connections at first. */
  readonly absenceMilliseconds: number;
}

/** What is still being let go of, to be awaited when the round is over. */
export type Remains = Promise<unknown>[];

export async function startWorker(
  world: World,
  { isProcess, absenceMilliseconds, ...task }: Assigned,
  watch: BulkWatch,
  remains: Remains,
): Promise<Worker> {
  const line = await openLine(world.nodes['read-store'].port);
  if (absenceMilliseconds > 0) line.strike('refuse', absenceMilliseconds);
  const assignment = { ...task, readStorePort: line.port };
  return isProcess
    ? processWorker(world, assignment, line)
    : inProcessWorker(world, assignment, line, watch, remains);
}

const namesFor = ({ release }: Task): string[] => viewsOf(release).map(({ name }) => name);

async function inProcessWorker(
  world: World,
  assignment: Assignment,
  line: Line,
  watch: BulkWatch,
  remains: Remains,
): Promise<Worker> {
  const { runtime, client } = await project(assignment, world.log, (made) => {
    watch.listen(made);
  });
  const unpausable = (): never => {
    throw new Error('Only a process can be paused');
  };
  return {
    line,
    reached: (position, milliseconds) =>
      runtime.waitFor(namesFor(assignment), position, milliseconds),
    ask: (request) => ask(runtime, request),
    pause: unpausable,
    wake: unpausable,
    async stop() {
      await runtime.stop();
      await client.close();
      await line.close();
    },
    async crash() {
      await line.close();
      remains.push(runtime.stop().then(() => client.close()));
    },
  };
}

async function processWorker(
  { nursery, eventAddress }: World,
  assignment: Assignment,
  line: Line,
): Promise<Worker> {
  const child = await nursery.take('projector', { eventStore: eventAddress });
  await child.call('begin', assignment);
  return {
    line,
    reached: async (position, milliseconds) =>
      (await child.call('reached', { position, milliseconds })) === true,
    ask: async (request) => {
      try {
        return (await child.call('ask', request)) as string | null;
      } catch (error) {
        // Whoever asks a process that is killed learns nothing.
        if (!child.isAlive()) return null;
        throw error;
      }
    },
    pause: () => {
      child.signal('SIGSTOP');
    },
    wake: () => {
      child.signal('SIGCONT');
    },
    async stop() {
      child.signal('SIGCONT');
      await child.call('end');
      nursery.giveBack('projector', child);
      await line.close();
    },
    async crash() {
      child.signal('SIGKILL');
      await child.ended;
      await line.close();
    },
  };
}

/** The workers of a round by slot; at most one in each. */
export type Workers = Map<Slot, Worker>;
