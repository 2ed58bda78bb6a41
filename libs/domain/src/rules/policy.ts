import type { Refusal } from '../decider';
import type { PolicyKind } from '../policy/contents';
import type { ContextWith } from '../refusal-codes';
import type { CalendarDate } from '../values';
import { refusal } from './refusal';

/** A decision rests on a policy that applied on the day in question, or is not made. */
export const mustHavePolicy = (
  context: ContextWith<'policy-missing'>,
  kind: PolicyKind,
  day: CalendarDate,
  policy: object | null,
): Refusal | null =>
  policy
    ? null
    : refusal(
        `${context}.policy-missing`,
        `no version of the policy ${kind} is in force on ${day}`,
        `Draft and approve a version of ${kind} that applies on ${day} (jejak import policies).`,
      );
