import type { CalendarDate } from '@jejak/domain';

import { recordedDay } from '../recorded-day';
import { type FollowUp, standing, type SupervisionDocument } from './supervision-register';

/**
 * A meeting and what had become of its recommendations by the end of a day; null before it met. A
 * review speaks of no day: it counts from its recording. What sources say of the meeting itself is
 * known today and holds for every day since.
 */
export function supervisionOn(
  document: SupervisionDocument,
  day: CalendarDate,
): SupervisionDocument | null {
  if (document.date > day) return null;
  const until = ({ report, review }: FollowUp): FollowUp[] => {
    if (report.reportedOn > day) return [];
    const isReviewed = review !== null && recordedDay(review.at) <= day;
    return [{ report, review: isReviewed ? review : null }];
  };
  const recommendations = document.recommendations
    .filter(({ madeOn }) => madeOn <= day)
    .map((one) => standing({ ...one, followUps: one.followUps.flatMap(until) }));
  return { ...document, recommendations };
}
