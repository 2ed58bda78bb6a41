import type { LitCheckpoint, LitItem, OwnerWorkload, PlanTrafficLights } from '@jejak/views';

import type { Positioned } from '../reading/replies';
import type { Table } from '../reading/row-stream';
import type { PlanWorkload } from './plan.service';

type LitCell = LitCheckpoint & Omit<LitItem, 'checkpoints'>;

/** A row for each item and checkpoint. */
export const trafficLightTable: Table<PlanTrafficLights & Positioned, LitCell> = {
  name: 'traffic-light',
  rows: ({ items }) =>
    items.flatMap(({ checkpoints, ...item }) => checkpoints.map((lit) => ({ ...item, ...lit }))),
  columns: {
    item: ({ item }) => item,
    title: ({ title }) => title,
    owner: ({ owner }) => owner,
    checkpoint: ({ checkpoint }) => checkpoint,
    dueOn: ({ dueOn }) => dueOn,
    target: ({ target }) => target,
    reached: ({ reached }) => reached,
    basis: ({ basis }) => basis,
    light: ({ light }) => light,
    policyVersion: ({ policyVersion }) => policyVersion,
    recorded: ({ recorded }) => recorded,
  },
};

/** A row for each office. */
export const workloadTable: Table<PlanWorkload & Positioned, OwnerWorkload> = {
  name: 'workload',
  rows: ({ owners }) => owners,
  columns: {
    owner: ({ owner }) => owner,
    items: ({ items }) => items,
    open: ({ steps }) => steps.open,
    reported: ({ steps }) => steps.reported,
    verified: ({ steps }) => steps.verified,
    returned: ({ steps }) => steps.returned,
    overdue: ({ overdue }) => overdue,
  },
};
