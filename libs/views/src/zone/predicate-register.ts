import { addDays, type CalendarDate, type Source } from '@jejak/domain';
import {
  type MonitoringTermSet,
  type Predicate,
  type PredicateGranted,
  type PredicateMonitored,
  type PublishedPredicateRecorded,
  retainedFrom,
  type RevocationGround,
} from '@jejak/domain/zone';

import { continued } from '../continued';
import { provinceOf } from '../province';
import type { FoldedView } from '../view';
import { caseOf, type EventCases } from './event-cases';
import { zoneId } from './zone-id';

/** Stands for "no last day" where days are compared as text. */
export const openEnd = '9999-12-31';

type Monitoring = Pick<
  PredicateMonitored['data'],
  'monitoredOn' | 'team' | 'meetsMinimum' | 'total' | 'totalAgainst' | 'findings' | 'report'
>;

type MonitoringTerm = Pick<
  MonitoringTermSet['data'],
  'setOn' | 'forYear' | 'dueOn' | 'policyVersion'
>;

/** A decision by which it is held on. */
interface Retention {
  readonly decisionNumber: string;
  readonly on: CalendarDate;
  readonly validUntil: CalendarDate | null;
}

/** Days over which it is held without a gap; `openEnd` for the last one where no decision states one. */
interface HeldDays {
  readonly from: CalendarDate;
  readonly until: CalendarDate;
}

/** Why a predicate is held no longer, beside the end of its validity. */
export interface PredicateEnd {
  readonly by: 'revoked' | 'replaced';
  readonly on: CalendarDate;
  readonly ground: RevocationGround | null;
  readonly reason: string | null;
  readonly decisionNumber: string | null;
}

/** One grant of a predicate to a unit, and what became of it. */
export interface PredicateDocument {
  readonly region: string;
  readonly province: string;
  readonly unit: string;
  readonly unitName: string;
  /** Of the cycle it was granted in. */
  readonly year: number;
  readonly predicate: Predicate;
  readonly grantedOn: CalendarDate;
  readonly decisionNumber: string | null;
  /** Last day that the decision of the grant states; null where it states none. */
  readonly grantedUntil: CalendarDate | null;
  /** Last day that the latest decision states; null where it states none. */
  readonly validUntil: CalendarDate | null;
  /** The days it is held on: more than one span where it lapsed before it was retained. */
  readonly spans: readonly HeldDays[];
  /** Last day it is held as far as the record goes; `openEnd` while there is none. */
  readonly heldUntil: CalendarDate;
  readonly monitoring: readonly Monitoring[];
  /** By when it was to be evaluated again, in the order in which that was set. */
  readonly monitoringTerms: readonly MonitoringTerm[];
  readonly retentions: readonly Retention[];
  readonly ended: PredicateEnd | null;
  /** Where only a publication tells of it. */
  readonly source: Source | null;
  readonly changedAt: string;
}

/** One document per grant. Who holds what on a day: a grant of which a span has that day. */
export const predicateRegister: FoldedView<PredicateDocument> = {
  name: 'predicate-register',
  version: 6,
  eventTypes: [
    'PredicateGranted',
    'PublishedPredicateRecorded',
    'PredicateMonitored',
    'MonitoringTermSet',
    'PredicateRetained',
    'PredicateRevoked',
  ],
  documentsOf: ({ event }) => caseOf(grants, event) ?? [],
  apply(document, { event, metadata: { recordedAt: changedAt } }, id) {
    const granted = caseOf(granting, event);
    if (granted && id === zoneId(granted)) return { ...granted, changedAt };
    const before = continued(document, id);
    return { ...before, ...caseOf(changes, event)?.(before), changedAt };
  },
  indexes: [
    { region: 1, _id: 1 },
    { region: 1, grantedOn: 1, _id: 1 },
    { province: 1, _id: 1 },
    { province: 1, grantedOn: 1, _id: 1 },
    { predicate: 1, _id: 1 },
    { predicate: 1, grantedOn: 1, _id: 1 },
    { unit: 1, _id: 1 },
    { unit: 1, grantedOn: 1, _id: 1 },
    { grantedOn: 1, _id: 1 },
  ],
};

type Grant = PredicateGranted['data'] | PublishedPredicateRecorded['data'];

/** The grant itself, and the one whose place it takes. */
const grantAndReplaced = (data: Grant): readonly string[] =>
  data.replaces === null
    ? [zoneId(data)]
    : [zoneId(data), zoneId({ ...data, year: data.replaces })];

const grants: EventCases<readonly string[]> = {
  PredicateGranted: grantAndReplaced,
  PublishedPredicateRecorded: grantAndReplaced,
  PredicateMonitored: (data) => [zoneId(data)],
  MonitoringTermSet: (data) => [zoneId(data)],
  PredicateRetained: (data) => [zoneId(data)],
  PredicateRevoked: (data) => [zoneId(data)],
};

function newGrant(data: Grant): Omit<PredicateDocument, 'changedAt'> {
  const isDecided = 'decision' in data;
  const { region, unit, unitName, year, predicate, validUntil } = data;
  const decided = {
    grantedOn: isDecided ? data.decision.date : data.grantedOn,
    grantedUntil: validUntil,
    retentions: [],
    ended: null,
  };
  return {
    ...{ region, province: provinceOf(region), unit, unitName, year, predicate, validUntil },
    ...{ ...decided, ...heldBy(decided) },
    decisionNumber: isDecided ? data.decision.number : data.decisionNumber,
    monitoring: [],
    monitoringTerms: [],
    source: isDecided ? null : data.source,
  };
}

const granting: EventCases<Omit<PredicateDocument, 'changedAt'>> = {
  PredicateGranted: newGrant,
  PublishedPredicateRecorded: newGrant,
};

type Change = (before: PredicateDocument) => Partial<PredicateDocument>;

/** Another predicate of the same unit takes the place of this one. */
const replacedBy =
  (data: Grant): Change =>
  (before) => {
    const { grantedOn: on, decisionNumber } = newGrant(data);
    return endedBy(before, { by: 'replaced', on, ground: null, reason: null, decisionNumber });
  };

const changes: EventCases<Change> = {
  PredicateGranted: replacedBy,
  PublishedPredicateRecorded: replacedBy,
  PredicateMonitored:
    ({ monitoredOn, team, meetsMinimum, total, totalAgainst, findings, report }) =>
    ({ monitoring }) => ({
      monitoring: [
        ...monitoring,
        { monitoredOn, team, meetsMinimum, total, totalAgainst, findings, report },
      ],
    }),
  MonitoringTermSet:
    ({ setOn, forYear, dueOn, policyVersion }) =>
    ({ monitoringTerms }) => ({
      monitoringTerms: [...monitoringTerms, { setOn, forYear, dueOn, policyVersion }],
    }),
  PredicateRetained:
    ({ decision, validUntil }) =>
    (before) => {
      const retained = { decisionNumber: decision.number, on: decision.date, validUntil };
      const retentions = [...before.retentions, retained];
      return { retentions, validUntil, ...heldBy({ ...before, retentions }) };
    },
  PredicateRevoked:
    ({ decision: { number: decisionNumber, date: on }, ground, reason }) =>
    (before) =>
      endedBy(before, { by: 'revoked', on, ground, reason, decisionNumber }),
};

type Decided = Pick<PredicateDocument, 'grantedOn' | 'grantedUntil' | 'retentions' | 'ended'>;

/** The days on which it is held by these decisions: from the day on which it ended it is no longer. */
export function heldBy(decided: Decided): Pick<PredicateDocument, 'spans' | 'heldUntil'> {
  const { grantedOn, grantedUntil, retentions, ended } = decided;
  const end = ended === null ? openEnd : addDays(ended.on, -1);
  const spans = retentions
    .reduce(
      (before, { on, validUntil }) => retainedFrom(before, { from: on, until: validUntil }),
      retainedFrom([], { from: grantedOn, until: grantedUntil }),
    )
    .filter(({ from }) => from <= end)
    .map(({ from, until }) => ({ from, until: until === null || until > end ? end : until }));
  return { spans, heldUntil: spans.at(-1)?.until ?? end };
}

const endedBy = (before: Decided, ended: PredicateEnd): Partial<PredicateDocument> => ({
  ended,
  ...heldBy({ ...before, ended }),
});
