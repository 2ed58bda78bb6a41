import { type CalendarDate, dayIn, endOfDayIn } from '@jejak/domain';

/** Western Indonesian time, by which pages of regions tell days: UTC+7 (IANA Asia/Jakarta). */
const jakarta = { offsetMinutes: 420 };

/**
 * The day a fact counts from that speaks of none, such as a verification: that of its recording, in
 * Jakarta. `at` is an ISO 8601 UTC instant with milliseconds.
 */
export const recordedDay = (at: string): CalendarDate => dayIn(jakarta, at);

/** First instant that counts to a later day than this one. */
export const endOfRecordedDay = (day: CalendarDate): string => endOfDayIn(jakarta, day);
