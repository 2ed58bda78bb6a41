import type { Decision, Refusal } from '../decider';
import { refusal } from '../rules/refusal';
import { underPolicy } from '../rules/under-policy';
import type { CalendarDate } from '../values';
import type { Terms } from './commands';

export const notFound = (): Refusal =>
  refusal(
    'declaration.not-found',
    'nobody is registered as obliged to report for this position',
    'Register the obligor first.',
  );

export const filingUnknown = (filing: string): Refusal =>
  refusal(
    'declaration.filing-unknown',
    `no report ${filing} was recorded`,
    'Record the filing first, or correct its key, such as periodic-2023.',
    'filing',
  );

export const underTerms = <Event>(
  day: CalendarDate,
  terms: Terms,
  decide: (terms: NonNullable<Terms>) => Decision<Event>,
): Decision<Event> => underPolicy('declaration', 'declaration-terms', day, terms, decide);

const reference = /^[A-Za-z0-9](?:[A-Za-z0-9./-]{0,62}[A-Za-z0-9])?$/;
/** Identity numbers (NIK, 16 digits) and employee numbers (NIP, 18) are not references. */
const personalNumber = /^(\d{16}|\d{18})$/;

/** The number of a receipt or notice, and nothing that could say more than that. */
export const mustBeReference = (field: string, text: string | null): Refusal | null =>
  text === null || (reference.test(text) && !personalNumber.test(text))
    ? null
    : refusal(
        'declaration.invalid-reference',
        `${field} is not the number of a document`,
        'Give 1 to 64 letters, digits, dots, slashes and dashes; never an identity number.',
        field,
      );

/** What happened on `day` cannot lie before what it follows from. */
export const mustFollow = (
  field: string,
  day: CalendarDate,
  earlier: CalendarDate,
  what: string,
): Refusal | null =>
  day >= earlier
    ? null
    : refusal(
        'declaration.out-of-order',
        `${field} ${day} lies before ${earlier}, ${what}`,
        'Correct the day.',
        field,
      );
