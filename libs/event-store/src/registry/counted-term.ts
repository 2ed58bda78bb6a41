import type { CountedTerm, SettledTerm } from '@jejak/domain';

import { calendarDate } from './common-shapes';
import { term as length } from './policy-shapes/term';
import { type Fields, record } from './record';
import { integer, list, nullable, text, truth } from './shape';

const counted: Fields<CountedTerm> = {
  term: text,
  from: calendarDate,
  length,
  countedOn: calendarDate,
  dueOn: nullable(calendarDate),
  calendarVersion: nullable(integer),
  calendarEndsOn: nullable(calendarDate),
};

export const countedTerm = record<CountedTerm>(counted);

/** How last days were counted. Events of a first version say nothing of it, and are read so. */
export const countedTerms = list(countedTerm);

export const settledTerms = list(
  record<SettledTerm>({ ...counted, keptOn: nullable(calendarDate), late: nullable(truth) }),
);

export const withoutCounts = <Data extends object>(data: Data): Data & { counted: [] } => ({
  ...data,
  counted: [],
});
