import { countTerm, isAfter, lastDayInWords } from '../calendar';
import { type Decision, type Refusal } from '../decider';
import { recordUnless, refusal } from '../rules/refusal';
import type {
  CompleteGratification,
  DecideGratification,
  DropGratification,
  ForwardGratification,
} from './commands';
import type {
  GratificationCompleted,
  GratificationDecided,
  GratificationDropped,
  GratificationForwarded,
  GratificationKey,
} from './events';
import {
  mustBeComplete,
  mustBeDecisionNumber,
  mustBeOpen,
  mustBeReportable,
  mustHappenAfter,
} from './rules';
import type { GratificationReport } from './state';

export const keyOf = ({
  data: { receiver, report, region },
}: GratificationReport): GratificationKey => ({
  receiver,
  report,
  region,
});

const mustBeIncomplete = ({ complete, data }: GratificationReport): Refusal | null =>
  complete
    ? refusal(
        'gratification.already-complete',
        `no document of report ${data.report} is missing`,
        'Nothing is left to complete.',
      )
    : null;

export const completeGratification = (
  report: GratificationReport,
  { completedOn, at }: CompleteGratification,
): Decision<GratificationCompleted> =>
  recordUnless(
    mustBeOpen(report) ??
      mustBeIncomplete(report) ??
      mustHappenAfter('completedOn', completedOn, report.data.reportedOn, at),
    () => ({
      type: 'GratificationCompleted',
      data: { ...keyOf(report), completedOn, late: isAfter(completedOn, report.completeBy) },
    }),
  );

const mustBeAtTheUnit = ({ data, status }: GratificationReport): Refusal | null =>
  data.to === 'upg' && status === 'reported'
    ? null
    : refusal(
        'gratification.not-at-unit',
        `report ${data.report} ${data.to === 'kpk' ? 'was made to the Commission' : `was ${status}`}`,
        'There is nothing for the unit (UPG) to forward.',
      );

/** The unit passes it on within 10 working days of the report; later is recorded as late. */
export const forwardGratification = (
  report: GratificationReport,
  { forwardedOn, calendars, at }: ForwardGratification,
): Decision<GratificationForwarded> =>
  recordUnless(
    mustBeOpen(report) ??
      mustBeReportable(report) ??
      mustBeAtTheUnit(report) ??
      mustHappenAfter('forwardedOn', forwardedOn, report.data.reportedOn, at),
    () => {
      const length = report.data.decisionTerm;
      const asked = { term: 'decision', from: forwardedOn, countedOn: forwardedOn };
      const decision = length && countTerm({ ...asked, length }, calendars);
      return {
        type: 'GratificationForwarded',
        data: {
          ...keyOf(report),
          forwardedOn,
          late: isAfter(forwardedOn, report.forwardBy),
          decideBy: decision && decision.dueOn,
          counted: decision ? [decision] : [],
        },
      };
    },
  );

const mustBeAtTheCommission = ({ data, status }: GratificationReport): Refusal | null =>
  data.to === 'kpk' || status === 'forwarded'
    ? null
    : refusal(
        'gratification.not-forwarded',
        `report ${data.report} lies with the unit (UPG)`,
        'Record that it was forwarded to the Commission first.',
      );

const deciderMustBeAnother = (
  { data: { recordedBy, report } }: GratificationReport,
  { actor }: DecideGratification,
): Refusal | null =>
  recordedBy === actor.id
    ? refusal(
        'gratification.decider-is-recorder',
        `report ${report} was recorded by ${recordedBy}, who now records the decision`,
        'Let a second person record it.',
      )
    : null;

/** Whose the gift becomes is the Commission's decree; recorded by another than who took the report. */
export const decideGratification = (
  report: GratificationReport,
  command: DecideGratification,
): Decision<GratificationDecided> =>
  recordUnless(
    mustBeOpen(report) ??
      mustBeReportable(report) ??
      mustBeAtTheCommission(report) ??
      mustBeComplete(report) ??
      deciderMustBeAnother(report, command) ??
      mustHappenAfter(
        'decidedOn',
        command.decidedOn,
        report.forwardedOn ?? report.data.reportedOn,
        command.at,
      ) ??
      mustBeDecisionNumber(command.decision),
    () => ({
      type: 'GratificationDecided',
      data: {
        ...keyOf(report),
        decidedOn: command.decidedOn,
        owner: command.owner,
        decision: command.decision,
        decidedBy: command.actor.id,
      },
    }),
  );

/** PerKPK 2/2019: 30 working days from the receipt; PerKPK 1/2026: 20 from the report. */
const termMustHavePassed = (
  { data: { report }, completeBy }: GratificationReport,
  { droppedOn }: DropGratification,
): Refusal | null =>
  isAfter(droppedOn, completeBy) === true
    ? null
    : refusal(
        'gratification.completion-term-runs',
        `the documents of report ${report} may come until ${lastDayInWords(completeBy)}`,
        completeBy.dueOn === null
          ? 'Approve the working days of the year: the day is settled with them.'
          : `Drop it after ${completeBy.dueOn}.`,
        'droppedOn',
      );

export const dropGratification = (
  report: GratificationReport,
  command: DropGratification,
): Decision<GratificationDropped> =>
  recordUnless(
    mustBeOpen(report) ??
      mustBeIncomplete(report) ??
      mustHappenAfter('droppedOn', command.droppedOn, report.data.reportedOn, command.at) ??
      termMustHavePassed(report, command),
    () => ({
      type: 'GratificationDropped',
      data: { ...keyOf(report), droppedOn: command.droppedOn },
    }),
  );
