import type { Refusal } from '../decider';
import { refusal } from '../rules/refusal';
import type { CalendarDate } from '../values';
import { compareDates } from '../values/calendar-date';
import type { OpenPact, PactState, PublishedPact, SupersededPact } from './state';

/** Anything but a pact that was never drafted. */
export type DraftedPact = OpenPact | PublishedPact | SupersededPact;

export const notFound = (): Refusal =>
  refusal('pact.not-found', 'no pact was drafted here', 'Draft the pact first.');

/** A superseded pact is history: what comes after belongs to its successor. */
export const mustNotBeSuperseded = (state: DraftedPact): Refusal | null =>
  state.status === 'superseded'
    ? refusal(
        'pact.superseded',
        `pact ${state.draft.pact} was superseded (${state.supersession.ground}): ${state.supersession.reason}`,
        state.supersession.successor === null
          ? 'Draft a new pact.'
          : `Use pact ${state.supersession.successor}.`,
      )
    : null;

/** Signatures and witnesses come before publication; the public must not see a list grow in silence. */
export const mustNotBePublished = (state: DraftedPact): Refusal | null =>
  state.status === 'published'
    ? refusal(
        'pact.already-published',
        `pact ${state.draft.pact} was published on ${state.publication.publishedOn}`,
        'Draft a new pact for what came after the publication.',
      )
    : null;

/** A wording is signed until its last day. A day that is none is left to the rule of days. */
export const textMustBeInForce = (
  field: string,
  day: CalendarDate,
  { textVersion, textLastDay }: { textVersion: string; textLastDay: CalendarDate | null },
): Refusal | null =>
  textLastDay === null || compareDates(day, textLastDay) <= 0
    ? null
    : refusal(
        'pact.text-retired',
        `version ${textVersion} of the wording was retired after ${textLastDay}, before ${day}`,
        'Draft a pact on the wording that is in force, and sign that.',
        field,
      );

export const isDrafted = (state: PactState): state is DraftedPact => state.status !== 'undrafted';
