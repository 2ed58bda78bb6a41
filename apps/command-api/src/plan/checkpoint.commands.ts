import { planStream } from '@jejak/domain';
import { isAdopted, plan } from '@jejak/domain/plan';

import { evidenceFrom } from '../edge/parts';
import { policyOn } from '../edge/policy';
import {
  CloseCheckpointBody,
  ReportProgressBody,
  ReturnProgressBody,
  VerifyProgressBody,
} from './checkpoint.bodies';
import { onPlan, regionOf } from './plan.commands';

export const reportProgress = onPlan(ReportProgressBody, {
  action: 'plan.report-progress',
  region: regionOf,
  command: ({ body }) => ({
    type: 'ReportProgress',
    item: body.item,
    checkpoint: body.checkpoint,
    claimed: body.claimed,
    evidence: evidenceFrom(body.evidence),
    note: body.note ?? null,
    reportedOn: body.reportedOn,
  }),
});

export const verifyProgress = onPlan(VerifyProgressBody, {
  action: 'plan.verify-progress',
  region: regionOf,
  command: ({ body }) => ({
    type: 'VerifyProgress',
    item: body.item,
    checkpoint: body.checkpoint,
    verified: body.verified,
    note: body.note ?? null,
  }),
});

export const returnProgress = onPlan(ReturnProgressBody, {
  action: 'plan.return-progress',
  region: regionOf,
  command: ({ body }) => ({
    type: 'ReturnProgress',
    item: body.item,
    checkpoint: body.checkpoint,
    reason: body.reason,
  }),
});

export const closeCheckpoint = onPlan(CloseCheckpointBody, {
  action: 'plan.close-checkpoint',
  region: regionOf,
  refer: async (ledger, { key, body }) => {
    const state = await ledger.refer(plan, planStream(key), isAdopted);
    // The day of a checkpoint never changes; without one the command is refused for that.
    const dueOn = isAdopted(state)
      ? state.checkpoints.find(({ id }) => id === body.checkpoint)?.dueOn
      : undefined;
    return dueOn === undefined ? null : policyOn(ledger, 'plan-traffic-light', dueOn);
  },
  command: ({ body }, policy) => ({
    type: 'CloseCheckpoint',
    checkpoint: body.checkpoint,
    closedOn: body.closedOn,
    policy,
  }),
});
