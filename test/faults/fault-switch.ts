import type { BulkWatch } from './bulk-watch';
import { calmly } from './calmly';
import type { Step } from './plan/step';
import type { World } from './world';

type Armable = Extract<Step, { kind: 'stop-writes' | 'fail-command' }>;

/** The embedded read store's own switch for faults that come from inside it. */
export interface FaultSwitch {
  arm(step: Armable): Promise<void>;
  off(): Promise<void>;
}

export function createFaultSwitch(world: World, database: string, watch: BulkWatch): FaultSwitch {
  // The node may end, as it was told to, before it has answered.
  const configure = (configureFailPoint: string, mode: unknown, data: object = {}) =>
    calmly(async () => {
      await world.nodes['read-store'].isUp();
      await world.admin.db('admin').command({ configureFailPoint, mode, data });
    });
  return {
    async arm(step) {
      if (step.kind === 'fail-command') {
        const { commands, times, errorCode } = step;
        const how = errorCode === null ? { closeConnection: true } : { errorCode };
        await configure('failCommand', { times }, { failCommands: commands, ...how });
        return;
      }
      const { collection, operations, endsNode } = step;
      const namespace = `${database}.${collection ?? ''}`;
      watch.disarm();
      const where = collection === null ? {} : { namespace };
      await configure('stopWrites', 'alwaysOn', { operations, exit: endsNode, ...where });
      if (collection !== null) watch.arm(namespace, operations);
    },
    async off() {
      watch.disarm();
      await configure('stopWrites', 'off');
      await configure('failCommand', 'off');
    },
  };
}
