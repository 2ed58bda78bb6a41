import type { JejakEvent, JejakEventType } from '@jejak/domain';

type DataOf = { readonly [Event in JejakEvent as Event['type']]: Event['data'] };

/** What to make of the events of some types; every other event makes nothing. */
export type EventCases<Result> = {
  readonly [Type in JejakEventType]?: (data: DataOf[Type]) => Result;
};

/** What the case of an event's type makes of it; undefined where there is none. */
export function caseOf<Result>(
  cases: EventCases<Result>,
  { type, data }: JejakEvent,
): Result | undefined {
  const found = cases[type] as ((data: JejakEvent['data']) => Result) | undefined;
  return found?.(data);
}
