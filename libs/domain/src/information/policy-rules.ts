import type { Refusal } from '../decider';
import { invalidContent } from '../policy/invalid-content';
import { firstRefusal } from '../rules/refusal';
import type { InformationTerms } from './policy';

/** No term of the law comes near a year. */
const mostWorkingDays = 366;

export const informationTermsMustBeSound = (terms: InformationTerms): Refusal | null =>
  firstRefusal(['answer', 'extension', 'objection', 'decision', 'dispute'] as const, (term) =>
    Number.isInteger(terms[term]) && terms[term] >= 1 && terms[term] <= mostWorkingDays
      ? null
      : invalidContent(
          term,
          `the term ${term} is ${terms[term]} working days`,
          `Give a whole number from 1 to ${mostWorkingDays}.`,
        ),
  );
