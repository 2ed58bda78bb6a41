import type { CalendarDate } from '@jejak/domain';

import { heldBy, type PredicateDocument } from './predicate-register';

/** A grant as it stood at the end of a day, held then or not; null before it was granted. */
export function predicateOn(
  document: PredicateDocument,
  day: CalendarDate,
): PredicateDocument | null {
  if (document.grantedOn > day) return null;
  const retentions = document.retentions.filter(({ on }) => on <= day);
  const last = retentions.at(-1);
  const validUntil = last === undefined ? document.grantedUntil : last.validUntil;
  const ended = document.ended !== null && document.ended.on <= day ? document.ended : null;
  return {
    ...document,
    ...heldBy({ ...document, retentions, ended }),
    ...{ validUntil, retentions, ended },
    monitoring: document.monitoring.filter(({ monitoredOn }) => monitoredOn <= day),
    monitoringTerms: document.monitoringTerms.filter(({ setOn }) => setOn <= day),
  };
}
