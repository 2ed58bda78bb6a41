import type { Refusal } from '../decider';
import { invalidContent } from '../policy/invalid-content';
import type { SupervisionTerms } from './policy';

export const supervisionTermsMustBeSound = ({ followUpDays }: SupervisionTerms): Refusal | null =>
  Number.isInteger(followUpDays) && followUpDays >= 1 && followUpDays <= 3_660
    ? null
    : invalidContent('followUpDays', `the term is ${followUpDays} days`, 'Give 1 to 3660 days.');
