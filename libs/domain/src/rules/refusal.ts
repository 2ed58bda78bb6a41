import { accepted, type Decision, type Refusal, refused } from '../decider';
import type { RefusalCode } from '../refusal-codes';

/** A refusal whose code is one of the published ones. */
export const refusal = (
  code: RefusalCode,
  reason: string,
  remedy: string,
  field?: string,
): Refusal => ({ code, reason, remedy, ...(field === undefined ? {} : { field }) });

/** The first refusal a rule finds among the values, in their order. */
export function firstRefusal<Value>(
  values: readonly Value[],
  rule: (value: Value, index: number) => Refusal | null,
): Refusal | null {
  for (const [index, value] of values.entries()) {
    const found = rule(value, index);
    if (found) return found;
  }
  return null;
}

/** The decision of a command that records one event unless a rule refused it. */
export const recordUnless = <Event>(found: Refusal | null, event: () => Event): Decision<Event> =>
  found ? refused(found) : accepted(event());
