import { type CountedTerm, lastDayInWords } from '@jejak/domain';

/** For a column: each term of a case without a known last day, and why; empty where all are known. */
export const unknownDays = ({ counted }: { readonly counted: readonly CountedTerm[] }): string =>
  counted
    .filter(({ dueOn }) => dueOn === null)
    .map((term) => `${term.term}: ${lastDayInWords(term)}`)
    .join('; ');
