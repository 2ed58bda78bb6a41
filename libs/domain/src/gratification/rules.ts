import type { Refusal } from '../decider';
import { mustHaveHappened } from '../rules/dates';
import { refusal } from '../rules/refusal';
import type { CalendarDate } from '../values';
import type { GratificationReport } from './state';

export const notFound = (report: string): Refusal =>
  refusal(
    'gratification.not-found',
    `there is no report ${report} of this receiver`,
    'Correct the receiver or the report, or record the report first.',
  );

export const mustBeOpen = ({ status, data }: GratificationReport): Refusal | null =>
  status === 'decided' || status === 'dropped'
    ? refusal(
        'gratification.closed',
        `report ${data.report} was ${status}`,
        'Nothing is left to record about it.',
      )
    : null;

export const mustBeComplete = ({ complete, data }: GratificationReport): Refusal | null =>
  complete
    ? null
    : refusal(
        'gratification.incomplete',
        `documents of report ${data.report} are missing`,
        'Record that they have come first.',
      );

/** A gift that is exempt needs no report, so nothing follows from one. */
export const mustBeReportable = ({ data }: GratificationReport): Refusal | null =>
  data.reportable
    ? null
    : refusal(
        'gratification.not-reportable',
        `the gift of report ${data.report} is exempt (${data.category})`,
        'Nothing needs to be decided about it.',
      );

/** A step on a day that has happened and does not lie before what it follows. */
export const mustHappenAfter = (
  field: string,
  day: CalendarDate,
  earlier: CalendarDate,
  at: string,
): Refusal | null =>
  mustHaveHappened('gratification', field, day, at) ??
  (day >= earlier
    ? null
    : refusal(
        'gratification.out-of-order',
        `${field} ${day} lies before ${earlier}`,
        `Give a day from ${earlier} on.`,
        field,
      ));

const number = /^[A-Za-z0-9](?:[A-Za-z0-9./-]{0,62}[A-Za-z0-9])?$/;

export const mustBeDecisionNumber = (decision: string): Refusal | null =>
  number.test(decision)
    ? null
    : refusal(
        'gratification.invalid-decision',
        'decision is not the number of a decree',
        'Give 1 to 64 letters, digits, dots, slashes and dashes.',
        'decision',
      );
