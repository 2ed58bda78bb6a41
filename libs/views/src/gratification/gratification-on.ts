import type { CalendarDate } from '@jejak/domain';

import type { GratificationDocument } from './gratification-ledger';

/** A report as far as it had come at the end of a day; null before it was made. */
export function gratificationOn(
  document: GratificationDocument,
  day: CalendarDate,
): GratificationDocument | null {
  if (document.reportedOn > day) return null;
  const until = (on: CalendarDate | null): CalendarDate | null =>
    on !== null && on <= day ? on : null;
  const forwardedOn = until(document.forwardedOn);
  const decidedOn = until(document.decidedOn);
  const droppedOn = until(document.droppedOn);
  const completedOn = until(document.completedOn);
  const { forwardedLate, owner, decision, complete } = document;
  return {
    ...document,
    status: droppedOn ? 'dropped' : decidedOn ? 'decided' : forwardedOn ? 'forwarded' : 'reported',
    // What was complete from the beginning was never completed.
    complete: document.completedOn === null ? complete : completedOn !== null,
    ...{ completedOn, forwardedOn, decidedOn, droppedOn },
    forwardedLate: forwardedOn === null ? null : forwardedLate,
    owner: decidedOn === null ? null : owner,
    decision: decidedOn === null ? null : decision,
  };
}
