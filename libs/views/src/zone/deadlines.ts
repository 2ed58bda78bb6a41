import { predicateStream, zoneStream } from '@jejak/domain';
import type { CycleKey, PredicateEvent, ProposalWindow } from '@jejak/domain/zone';

import { type DeadlineChange, type DeadlineContributor, deadlineId } from '../deadlines/change';

const reviewKind = 'zone.internal-review';
const proposalKind = 'zone.proposal';
const validityKind = 'zone.validity';

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

/** The grant before it, whose place a new one takes, need not be renewed any more. */
const granted = (data: Granted): readonly DeadlineChange[] => [
  ...(data.replaces === null
    ? []
    : [drop(validityKind, { ...data, year: data.replaces }, decidedOn(data))]),
  ...(data.validUntil === null ? [] : [validity(data)]),
];

/**
 * Of a cycle: the last day of the window in which its unit is proposed, as the policy said on the day
 * of the designation, and as the proposal says when the ministry's letter moved it. No source gives
 * the internal evaluation (TPI) a last day of its own; since nothing can be proposed without its
 * result, it ends with the window.
 *
 * Of a predicate: the last day that its decision states (KemenPAN-RB decides what it is; many state
 * none). A retention moves it, a later grant or a revocation ends it.
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
  PredicateRetained: (data) => [validity(data)],
  PredicateRevoked: (data) => [drop(validityKind, data, data.decision.date)],
};
