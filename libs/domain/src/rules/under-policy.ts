import { type Decision, refused } from '../decider';
import type { PolicyInForce } from '../policy';
import type { PolicyKind } from '../policy/contents';
import type { ContextWith } from '../refusal-codes';
import type { CalendarDate } from '../values';
import { mustHavePolicy } from './policy';

/** Decides by the policy of a day; without one there is nothing to decide by, and it is refused. */
export function underPolicy<Kind extends PolicyKind, Event>(
  context: ContextWith<'policy-missing'>,
  kind: Kind,
  day: CalendarDate,
  policy: PolicyInForce<Kind> | null,
  decide: (policy: PolicyInForce<Kind>) => Decision<Event>,
): Decision<Event> {
  const missing = mustHavePolicy(context, kind, day, policy);
  return missing ? refused(missing) : decide(policy as PolicyInForce<Kind>);
}
