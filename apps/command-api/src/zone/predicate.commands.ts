import { predicateStream } from '@jejak/domain';
import { unitPredicate } from '@jejak/domain/zone';

import { commandsOn } from '../edge/command-on';
import { sourceFrom } from '../edge/parts';
import { policyOn } from '../edge/policy';
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
  refer: async (ledger, { key, body }) => ({
    cycle: await cycleOf(ledger, { ...key, year: body.year }),
    monitoring: await policyOn(ledger, 'zone-monitoring', body.decision.date),
  }),
  command: ({ key, body }, references) => ({
    type: 'GrantPredicate',
    ...key,
    year: body.year,
    decision: decisionFrom(body.decision),
    validUntil: body.validUntil ?? null,
    ...references,
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
  refer: async (ledger, { body: { monitoredOn } }) => ({
    sheet: await policyOn(ledger, 'zone-sheet', monitoredOn),
    monitoring: await policyOn(ledger, 'zone-monitoring', monitoredOn),
  }),
  command: ({ key, body }, references) => ({
    type: 'MonitorPredicate',
    ...key,
    monitoredOn: body.monitoredOn,
    team: body.team,
    meetsMinimum: body.meetsMinimum,
    total: body.total ?? null,
    findings: body.findings,
    report: body.report,
    ...references,
  }),
});

export const retainPredicate = onPredicate(RetainBody, {
  action: 'predicate.retain',
  region: ({ key }) => key.region,
  refer: (ledger, { body }) => policyOn(ledger, 'zone-monitoring', body.decision.date),
  command: ({ key, body }, monitoring) => ({
    type: 'RetainPredicate',
    ...key,
    decision: decisionFrom(body.decision),
    validUntil: body.validUntil ?? null,
    monitoring,
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
