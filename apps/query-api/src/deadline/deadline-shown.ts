import type { DeadlineDocument, TermPolicy } from '@jejak/views';

import type { Unconfirmed } from '../policy/policy-versions';

/**
 * A deadline without what only the clock needs and what only tells how it stood before, with what no
 * source confirms of the policy that sets its term.
 */
export interface DeadlineShown extends Omit<
  DeadlineDocument,
  'terms' | 'watchedFrom' | 'turns' | 'undatedAt'
> {
  /** Of the version of `policy`; empty where none sets the term. */
  readonly unconfirmed: readonly string[];
}

export const deadlineShown = (
  { terms: _, watchedFrom: __, turns: ___, undatedAt: ____, ...shown }: DeadlineDocument,
  unconfirmed: Unconfirmed<TermPolicy['kind']>,
): DeadlineShown => ({
  ...shown,
  unconfirmed: shown.policy === null ? [] : unconfirmed(shown.policy.kind, shown.policy.version),
});
