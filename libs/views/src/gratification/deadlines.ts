import { type CalendarDate, type CountedTerm, gratificationStream } from '@jejak/domain';
import type { GratificationKey, GratificationReported } from '@jejak/domain/gratification/events';

import { type DeadlineChange, type DeadlineContributor, deadlineId } from '../deadlines/change';

/** What each term of a report is for, by its name. */
const deadlines = {
  forward: { kind: 'gratification.forward', what: 'Forward' },
  complete: { kind: 'gratification.complete', what: 'Complete' },
  decision: { kind: 'gratification.decision', what: 'Decide on' },
} as const;
type Name = keyof typeof deadlines;

const isName = (term: string): term is Name => Object.hasOwn(deadlines, term);

const idOf = (name: Name, { receiver, report }: GratificationKey): string =>
  deadlineId(deadlines[name].kind, receiver, report);

function term(
  name: Name,
  key: GratificationKey,
  dueOn: string | null,
  on: CalendarDate,
  told: {
    readonly counted: readonly CountedTerm[];
    readonly policyVersion?: number;
  },
): DeadlineChange[] {
  const counted = told.counted.find((one) => one.term === name) ?? null;
  if (dueOn === null && counted === null) return [];
  const { kind: deadline, what } = deadlines[name];
  const { policyVersion: version } = told;
  // A report tells the version of its rules, and none of the policy that says how long a decision takes.
  const isByRules = version !== undefined && name !== 'decision';
  return [
    {
      ...{ kind: 'set', id: idOf(name, key), deadline, region: key.region, dueOn, counted },
      subject: gratificationStream(key),
      title: `${what} gratification report ${key.report}`,
      on,
      policy: isByRules ? { kind: 'gratification-rules', version } : null,
    },
  ];
}

const reported = (data: GratificationReported['data']): DeadlineChange[] => [
  ...(data.reportable ? term('forward', data, data.forwardBy, data.reportedOn, data) : []),
  ...term('complete', data, data.completeBy, data.reportedOn, data),
  ...term('decision', data, data.decideBy, data.reportedOn, data),
];

const drop = (name: Name, key: GratificationKey, on: CalendarDate): DeadlineChange => ({
  kind: 'dropped',
  id: idOf(name, key),
  on,
});

/**
 * Reports of gifts: the unit (UPG) must pass them on, missing documents must come, and the Commission
 * decides whose the gift is. That the Commission has 30 working days is general knowledge, in no
 * source read; the policy says so, and the report carries it as unconfirmed.
 */
export const gratificationDeadlines: DeadlineContributor = {
  GratificationReported: reported,
  GratificationForwarded: (data) => [
    { kind: 'met', id: idOf('forward', data), on: data.forwardedOn },
    ...term('decision', data, data.decideBy, data.forwardedOn, data),
  ],
  GratificationCompleted: (data) => [
    { kind: 'met', id: idOf('complete', data), on: data.completedOn },
  ],
  GratificationDecided: (data) => [{ kind: 'met', id: idOf('decision', data), on: data.decidedOn }],
  GratificationDropped: (data) => [
    drop('forward', data, data.droppedOn),
    drop('decision', data, data.droppedOn),
  ],
  GratificationTermsSettled: (data) =>
    data.settled.flatMap((counted) =>
      isName(counted.term) ? [{ kind: 'settled', id: idOf(counted.term, data), counted }] : [],
    ),
};
