import type { Term } from '../calendar';
import type { DeclarationTerms } from '../declaration/policy';
import type { Refusal } from '../decider';
import { isCalendarDate } from '../values/calendar-date';
import { invalidContent } from './invalid-content';
import { termMustBeSound } from './term-rules';

const dayMustExist = ({ month, day }: DeclarationTerms['periodicDue']): Refusal | null => {
  const text = [month, day].map((number) => String(number).padStart(2, '0')).join('-');
  // In a year without a 29 February, so that it exists in every year.
  return isCalendarDate(`2023-${text}`)
    ? null
    : invalidContent(
        'periodicDue',
        `there is no day ${text} in every year`,
        'Give a month from 1 to 12 and a day it always has.',
      );
};

const special = (path: string, term: Term | null): Refusal | null =>
  term && termMustBeSound(path, term, ['days', 'months']);

export const declarationTermsMustBeSound = (terms: DeclarationTerms): Refusal | null =>
  dayMustExist(terms.periodicDue) ??
  special('special', terms.special) ??
  special('onRequest', terms.onRequest) ??
  termMustBeSound('completion', terms.completion);
