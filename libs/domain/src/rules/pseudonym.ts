import type { Refusal } from '../decider';
import type { ContextWith } from '../refusal-codes';
import { isUuid } from '../values/identifier';
import { refusal } from './refusal';

/**
 * People stand in events under a UUID that the caller keeps the meaning of: a name, an employee
 * number (NIP) or an identity number (NIK) cannot be one, and an event can never be taken back.
 */
export const mustBePseudonym = (
  context: ContextWith<'invalid-pseudonym'>,
  field: string,
  person: string | null,
): Refusal | null =>
  person === null || isUuid(person)
    ? null
    : refusal(
        `${context}.invalid-pseudonym`,
        `${field} is not a pseudonym`,
        'Draw a random UUID for the person, keep what it stands for yourself, and send it in lower case.',
        field,
      );
