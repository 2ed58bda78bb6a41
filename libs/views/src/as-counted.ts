import type { CountedTerm, SettledTerm } from '@jejak/domain';

/** How terms that were settled later were counted; what that made of the facts stands elsewhere. */
export const asCounted = (settled: readonly SettledTerm[]): readonly CountedTerm[] =>
  settled.map(({ keptOn: _, late: __, ...counted }) => counted);
