import {
  type CalendarDate,
  type CountedTerm,
  lastDayInWords,
  type SettledTerm,
} from '@jejak/domain';

/** A last day, or why there is none yet. */
export const lastDay = ({
  dueOn,
  counted,
}: {
  readonly dueOn: CalendarDate | null;
  readonly counted: readonly CountedTerm[];
}): string => {
  const [term] = counted;
  return dueOn ?? (term === undefined ? 'an unknown day' : lastDayInWords(term));
};

export const settledInWords = (settled: readonly SettledTerm[]): string =>
  settled
    .map(({ term, dueOn, late }) => {
      const found = late === null ? '' : late ? ', and was kept late' : ', and was kept in time';
      return `the term ${term} ends on ${dueOn ?? 'an unknown day'}${found}`;
    })
    .join('; ');
