import { evidenceFrom } from '../edge/parts';
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
  command: ({ body }) => ({
    type: 'CloseCheckpoint',
    checkpoint: body.checkpoint,
    closedOn: body.closedOn,
  }),
});
