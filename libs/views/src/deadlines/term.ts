import { type CalendarDate, dayIn, endOfDayIn, type TimeZone } from '@jejak/domain';

/** A time in which a deadline could be kept: from being set or reopened until kept, moved or dropped. */
export interface DeadlineTerm {
  readonly dueOn: CalendarDate;
  /** Last instant, where one was announced; null where the whole last day counts. */
  readonly endsAt: string | null;
  /** Instant at which it was recorded. */
  readonly since: string;
  /** Instant at which its end was recorded; null while it lasts. */
  readonly endedAt: string | null;
  /** The day on which it was kept, when that is how it ended. */
  readonly keptOn: CalendarDate | null;
  /** Instant at which what kept it turned out not to count; null while it does. */
  readonly withdrawnAt: string | null;
}

type Clock = Pick<TimeZone, 'offsetMinutes'>;

/**
 * The instant from which on a term is judged: the end of its last day where the region lives, and not
 * before the announced instant, which ends a day in Jakarta. One that was recorded when
 * that day was over, as past years are, is judged at the end of the day of its recording, so that
 * what belongs to it can be recorded with it.
 */
export function judgedFrom({ dueOn, endsAt, since }: DeadlineTerm, clock: Clock): string {
  const dayOver = endOfDayIn(clock, dueOn);
  const over = endsAt !== null && endsAt > dayOver ? endsAt : dayOver;
  return since < over ? over : endOfDayIn(clock, dayIn(clock, since));
}

/**
 * Whether the last day passed without the term being kept, by what had been recorded when it was
 * judged. It follows from the log and the zone alone, never from when somebody looked: what is
 * recorded afterwards does not undo it, and a clock that stood still for a week finds the same.
 */
export function hasPassed(term: DeadlineTerm, clock: Clock): boolean {
  const { dueOn, endedAt, keptOn, withdrawnAt } = term;
  const judged = judgedFrom(term, clock);
  if (endedAt === null || endedAt >= judged) return true;
  const counted = withdrawnAt === null || withdrawnAt >= judged;
  return counted && keptOn !== null && keptOn > dueOn;
}

/** Western, central and eastern Indonesian time, in minutes ahead of UTC. */
const clocks: readonly Clock[] = [420, 480, 540].map((offsetMinutes) => ({ offsetMinutes }));

/** Whether the term can have passed anywhere in Indonesia, now or later. */
export const canPass = (term: DeadlineTerm): boolean =>
  clocks.some((clock) => hasPassed(term, clock));
