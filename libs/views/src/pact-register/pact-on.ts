import type { CalendarDate } from '@jejak/domain';

import { type PactDocument, supersededSince } from './pact-register';

/**
 * A pact as it stood at the end of a day, by the days its facts speak of; null before its own. An
 * early supersession speaks of none: it counts from the day of its recording.
 */
export function pactOn(document: PactDocument, day: CalendarDate): PactDocument | null {
  if (document.date > day) return null;
  const isPublished = document.publishedOn !== null && document.publishedOn <= day;
  const supersededBy = document.superseded && supersededSince(document.superseded);
  const superseded = supersededBy !== null && supersededBy <= day ? document.superseded : null;
  const signatories = document.signatories
    .filter(({ signedOn }) => signedOn <= day)
    .map((one) => (heldOn(one, day) ? { ...one, superseded: null } : one));
  return {
    ...document,
    state: superseded !== null ? 'superseded' : isPublished ? 'published' : 'drafted',
    signatories,
    toSignAgain: signatories.filter((one) => one.superseded?.successor === null).length,
    witnesses: document.witnesses.filter(({ witnessedOn }) => witnessedOn <= day),
    publishedOn: isPublished ? document.publishedOn : null,
    publicationReference: isPublished ? document.publicationReference : null,
    superseded,
  };
}

const heldOn = ({ superseded }: PactDocument['signatories'][number], day: CalendarDate): boolean =>
  superseded === null || supersededSince(superseded) > day;
