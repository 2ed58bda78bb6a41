import type {
  GiftExemption,
  GratificationDecisionTerm,
  GratificationRules,
} from '@jejak/domain/gratification/policy';

import { decimalText } from '../common-shapes';
import { record } from '../record';
import { list, nullable, oneOf, truth } from '../shape';
import { term } from './term';

export const gratificationRules = record<GratificationRules>({
  reportToKpk: term,
  reportToUpg: term,
  forward: term,
  completion: record<GratificationRules['completion']>({ term, from: oneOf('receipt', 'report') }),
  exemptions: list(
    record<GiftExemption>({
      category: oneOf('ceremony', 'co-worker', 'farewell', 'other'),
      limit: decimalText,
      yearlyLimit: nullable(decimalText),
      nonCashOnly: truth,
    }),
  ),
});

export const gratificationDecision = record<GratificationDecisionTerm>({ decision: term });
