import type { ComplaintTerms } from '../complaint/policy';
import type { Refusal } from '../decider';
import { firstRefusal } from '../rules/refusal';
import { termMustBeSound } from './term-rules';

export const complaintTermsMustBeSound = ({
  forward,
  answer,
  close,
}: ComplaintTerms): Refusal | null =>
  termMustBeSound('forward', forward) ??
  firstRefusal(Object.entries(answer), ([name, term]) => termMustBeSound(`answer.${name}`, term)) ??
  termMustBeSound('close', close);
