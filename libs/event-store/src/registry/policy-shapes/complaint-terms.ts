import type { ComplaintTerms } from '@jejak/domain/complaint/policy';

import { record } from '../record';
import { term } from './term';

export const complaintTerms = record<ComplaintTerms>({
  forward: term,
  answer: record<ComplaintTerms['answer']>({
    information: term,
    violation: term,
    'violation-field-check': term,
  }),
  close: term,
});
