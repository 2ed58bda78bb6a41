import { predicateStream, zoneStream } from '@jejak/domain';
import type { CycleKey, PredicateEvent, ProposalWindow } from '@jejak/domain/zone';

import { type DeadlineChange, type DeadlineContributor, deadlineId } from '../deadlines/change';

const reviewKind = 'zone.internal-review';
const proposalKind = 'zone.proposal';
const validityKind = 'zone.validity';
const monitoringKind = 'zone.monitoring';

type Kind = typeof reviewKind | typeof proposalKind | typeof validityKind;

const idOf = (kind: Kind, { region, unit, year }: CycleKey): string =>
  deadlineId(kind, region, unit, String(year));

const set = (
  kind: Kind,
  key: CycleKey,
  title: string,
  dueOn: string,
  on: string,
): DeadlineChange => ({
  ...{ kind: 'set', id: idOf(kind, key), deadline: kind, region: key.region, title, dueOn, on },
  subject: kind === validityKind ? predicateStream(key) : zoneStream(key),
});

const drop = (kind: Kind, key: CycleKey, on: string | null): DeadlineChange => ({
  ...{ kind: 'dropped', id: idOf(kind, key) },
  ...(on === null ? {} : { on }),
});

const named = ({ unit, year }: CycleKey): string => `${unit}, cycle ${year}`;

const proposalBy = (key: CycleKey, { closesOn }: ProposalWindow, on: string): DeadlineChange =>
  set(proposalKind, key, `Propose ${named(key)}`, closesOn, on);

type DataOf<Type extends PredicateEvent['type']> = Extract<PredicateEvent, { type: Type }>['data'];
type Granted = DataOf<'PredicateGranted' | 'PublishedPredicateRecorded'>;

const decidedOn = (data: Granted | DataOf<'PredicateRetained'>): string =>
  'decision' in data ? data.decision.date : data.grantedOn;

const validity = (data: Granted | DataOf<'PredicateRetained'>): DeadlineChange =>
  data.validUntil === null
    ? drop(validityKind, data, decidedOn(data))
    : set(
        validityKind,
        data,
        `Retain or renew ${data.predicate} of ${named(data)}`,
        data.validUntil,
        decidedOn(data),
      );

const monitoringId = ({ region, unit, year }: CycleKey, forYear: number): string =>
  deadlineId(monitoringKind, region, unit, String(year), String(forYear));

/** The terms for each year after that of the cycle up to one: those that were never set say nothing. */
const monitoringIds = (key: CycleKey, lastYear: number): readonly string[] =>
  Array.from({ length: Math.max(lastYear - key.year, 0) }, (_, index) =>
    monitoringId(key, key.year + 1 + index),
  );

const yearOf = (day: string): number => Number(day.slice(0, 4));

/** Who holds a predicate no longer has it neither renewed nor evaluated. */
const ended = (key: CycleKey, on: string): readonly DeadlineChange[] => [
  drop(validityKind, key, on),
  ...monitoringIds(key, yearOf(on) + 1).map((id) => ({ kind: 'dropped' as const, id, on })),
];

/** The grant before it, whose place a new one takes, is at an end. */
const granted = (data: Granted): readonly DeadlineChange[] => [
  ...(data.replaces === null ? [] : ended({ ...data, year: data.replaces }, decidedOn(data))),
  ...(data.validUntil === null ? [] : [validity(data)]),
];

function monitoring(data: DataOf<'MonitoringTermSet'>): DeadlineChange {
  const { region, predicate, forYear, dueOn, setOn: on, policyVersion } = data;
  const id = monitoringId(data, forYear);
  if (dueOn === null) return { kind: 'dropped', id, on };
  return {
    ...{ kind: 'set', id, deadline: monitoringKind, region, dueOn, on },
    subject: predicateStream(data),
    title: `Evaluate ${predicate} of ${named(data)} again, for ${forYear}`,
    policy: { kind: 'zone-monitoring', version: policyVersion },
  };
}

/**
 * Of a cycle: the last day of the window in which its unit is proposed, as the policy said on the day
 * of the designation, and as the proposal says when the ministry's letter moved it. No source gives
 * the internal evaluation (TPI) a last day of its own; since nothing can be proposed without its
 * result, it ends with the window.
 *
 * Of a predicate: the last day that its decision states (KemenPAN-RB decides what it is; many state
 * none). A retention moves it, a later grant or a revocation ends it. And for each year the day by
 * which it is evaluated again, as `MonitoringTermSet` says it: an evaluation by either team (TPN or
 * TPI) keeps it, late where it is made in a later year.
 */
export const zoneDeadlines: DeadlineContributor = {
  UnitDesignated: (data) =>
    data.proposalWindow === null
      ? []
      : [
          set(
            reviewKind,
            data,
            `Internal evaluation of ${named(data)}`,
            data.proposalWindow.closesOn,
            data.designatedOn,
          ),
          proposalBy(data, data.proposalWindow, data.designatedOn),
        ],
  InternalReviewCompleted: (data) => [
    { kind: 'met', id: idOf(reviewKind, data), on: data.completedOn },
  ],
  UnitProposed: (data) => [
    proposalBy(data, data.window, data.proposedOn),
    { kind: 'met', id: idOf(proposalKind, data), on: data.proposedOn },
  ],
  PublishedCycleRecorded: (data) =>
    data.outcome === null
      ? []
      : [drop(reviewKind, data, data.outcomeOn), drop(proposalKind, data, data.outcomeOn)],
  PredicateGranted: granted,
  PublishedPredicateRecorded: granted,
  PredicateMonitored: (data) =>
    monitoringIds(data, yearOf(data.monitoredOn)).map((id) => ({
      ...{ kind: 'met', id, on: data.monitoredOn },
    })),
  MonitoringTermSet: (data) => [monitoring(data)],
  PredicateRetained: (data) => [validity(data)],
  PredicateRevoked: (data) => ended(data, data.decision.date),
};
