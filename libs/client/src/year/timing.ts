import type { Random } from './random';

const day = 86_400_000;
const hour = 3_600_000;

/** Offices of western Indonesia, in milliseconds ahead of UTC. */
const western = 7 * hour;

/** The share of uploads that is left to the weeks before the closing, and how steeply it rises. */
const leftToTheEnd = 0.55;
const meanDaysBefore = 9;

const exponential = (random: Random, mean: number): number => -mean * Math.log(1 - random.next());

/** Office hours, and into the night before the closing. */
function atWork(random: Random, instant: number, closes: number): number {
  const midnight = Math.floor((instant + western) / day) * day - western;
  const last = closes - instant < 2 * day ? 23.5 : 17;
  return midnight + (8 + random.next() * (last - 8)) * hour;
}

/**
 * When a document is handed in: some through the year, most in the last weeks, as in October 2025,
 * when half of one province's documents had not been uploaded five weeks before the closing
 * (malukuutara.disway.id). Milliseconds since 1970; never after the closing.
 */
export function uploadInstant(random: Random, opens: number, closes: number): number {
  const rushed = random.chance(leftToTheEnd);
  const before = rushed
    ? exponential(random, meanDaysBefore) * day
    : random.next() * (closes - opens);
  const instant = atWork(random, Math.max(opens, closes - before), closes);
  return Math.min(instant, closes - random.integer(1, 3_600_000));
}

/** Within two weeks after the closing: somebody always is. */
export const lateInstant = (random: Random, closes: number): number =>
  closes + Math.min(14, exponential(random, 3)) * day + 1;

/** A reviewer takes days, at most three weeks. */
export const reviewedAfter = (random: Random): number =>
  (0.5 + Math.min(20, exponential(random, 5))) * day;

/** A day in text, so many days after another (before, when negative). */
export const dayAfter = (from: string, days: number): string =>
  new Date(Date.parse(from) + days * day).toISOString().slice(0, 10);

/** How many days before (negative: after) its last day a report is handed in: late in the term. */
export const daysEarly = (random: Random, term: number): number =>
  random.chance(leftToTheEnd)
    ? Math.min(term, Math.floor(exponential(random, meanDaysBefore)))
    : random.integer(0, term);

export const instantOf = (milliseconds: number): string =>
  new Date(Math.floor(milliseconds)).toISOString();
