import { predicateStream } from '@jejak/domain';
import { unitPredicate } from '@jejak/domain/zone';

import { commandsOn } from '../edge/command-on';
import { sourceFrom } from '../edge/parts';
import {
  type DecisionBody,
  GrantBody,
  MonitorBody,
  RecordPublishedPredicateBody,
  RetainBody,
  RevokeBody,
} from './predicate.bodies';
import { cycleOf, regionRegistered } from './references';

const onPredicate = commandsOn(unitPredicate, predicateStream);

const decisionFrom = ({ number, date }: DecisionBody) => ({ number, date });

export const grantPredicate = onPredicate(GrantBody, {
  action: 'predicate.grant',
  region: ({ key }) => key.region,
  refer: (ledger, { key, body }) => cycleOf(ledger, { ...key, year: body.year }),
  command: ({ key, body }, cycle) => ({
    type: 'GrantPredicate',
    ...key,
    year: body.year,
    decision: decisionFrom(body.decision),
    validUntil: body.validUntil ?? null,
    cycle,
  }),
});

export const recordPublishedPredicate = onPredicate(RecordPublishedPredicateBody, {
  action: 'predicate.record-published',
  region: ({ key }) => key.region,
  refer: (ledger, { key }) => regionRegistered(ledger, key.region),
  command: ({ key, body }, registered) => ({
    type: 'RecordPublishedPredicate',
    ...key,
    year: body.year,
    unitName: body.unitName,
    predicate: body.predicate,
    grantedOn: body.grantedOn,
    decisionNumber: body.decisionNumber ?? null,
    validUntil: body.validUntil ?? null,
    source: sourceFrom(body.source),
    regionRegistered: registered,
  }),
});

export const monitorPredicate = onPredicate(MonitorBody, {
  action: 'predicate.monitor',
  region: ({ key }) => key.region,
  command: ({ key, body: { monitoredOn, team, meetsMinimum, total, findings } }) => ({
    type: 'MonitorPredicate',
    ...key,
    ...{ monitoredOn, team, meetsMinimum, findings },
    total: total ?? null,
  }),
});

export const retainPredicate = onPredicate(RetainBody, {
  action: 'predicate.retain',
  region: ({ key }) => key.region,
  command: ({ key, body }) => ({
    type: 'RetainPredicate',
    ...key,
    decision: decisionFrom(body.decision),
    validUntil: body.validUntil ?? null,
  }),
});

export const revokePredicate = onPredicate(RevokeBody, {
  action: 'predicate.revoke',
  region: ({ key }) => key.region,
  command: ({ key, body: { ground, reason, decision } }) => ({
    type: 'RevokePredicate',
    ...key,
    ground,
    reason,
    decision: decisionFrom(decision),
  }),
});

export const predicateHandlers = [
  grantPredicate,
  recordPublishedPredicate,
  monitorPredicate,
  retainPredicate,
  revokePredicate,
].map(({ handler }) => handler);
