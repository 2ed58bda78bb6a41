import type { CalendarDate } from '@jejak/domain';

import type { TrainingDocument } from './training-register';

/**
 * A programme by what was held and assessed up to a day; null before the first. How many took part and
 * how many were to be assessed speak of no day and are as known today: see `undatedSince`.
 */
export function trainingOn(document: TrainingDocument, day: CalendarDate): TrainingDocument | null {
  const sessions = document.sessions.filter(({ date }) => date <= day);
  const assessments = document.assessments.filter(({ on }) => on <= day);
  const dated = document.sessions.length + document.assessments.length;
  if (dated > 0 && sessions.length + assessments.length === 0 && document.undatedAt === null) {
    return null;
  }
  const assessedOf = (group: string | null): number =>
    sumOf(assessments.filter((one) => one.group === group));
  return {
    ...document,
    sessions,
    assessments,
    groups: document.groups.map((one) => ({ ...one, assessed: assessedOf(one.group) })),
    persons: { ...document.persons, assessed: assessedOf(null) },
    assessed: sumOf(assessments),
  };
}

const sumOf = (assessments: TrainingDocument['assessments']): number =>
  assessments.reduce((sum, { assessed }) => sum + assessed, 0);

/**
 * Instant at which the last fact was recorded of which nobody can say on which day it came to be; null
 * where all have one. The opening has none of its own: a programme is there with what it held first.
 */
export const undatedSince = (document: TrainingDocument): string | null =>
  document.sessions.length + document.assessments.length > 0
    ? document.undatedAt
    : document.changedAt;
