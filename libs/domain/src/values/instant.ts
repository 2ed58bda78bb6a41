import type { Instant } from '../values';

/** Whether the text is an instant in its one spelling: ISO 8601 in UTC with milliseconds. */
export function isInstant(text: string): boolean {
  const time = Date.parse(text);
  return !Number.isNaN(time) && new Date(time).toISOString() === text;
}

/** The instant so many milliseconds later. Throws RangeError when `instant` is none. */
export const instantAfter = (instant: Instant, milliseconds: number): Instant =>
  new Date(Date.parse(instant) + milliseconds).toISOString();
