import type { Refusal } from '../decider';
import { refusal } from '../rules/refusal';

/** `path` is inside the content: `years[0].holidays[2].day`. */
export const invalidContent = (path: string, reason: string, remedy: string): Refusal =>
  refusal('policy.invalid-content', reason, remedy, `content.${path}`);

/** The first value that stands a second time, with its place; null when all differ. */
export function repeated<Value>(values: readonly Value[]): { value: Value; index: number } | null {
  const index = values.findIndex((value, place) => values.indexOf(value) < place);
  return index === -1 ? null : { value: values[index] as Value, index };
}
