import { openEnd, type PredicateDocument } from '@jejak/views';

import type { Unconfirmed } from '../policy/policy-versions';

type Span = PredicateDocument['spans'][number];
type Term = PredicateDocument['monitoringTerms'][number];

/** A grant as it is shown: what has no last day has none. */
export interface PredicateItem extends Omit<PredicateDocument, 'heldUntil' | 'spans'> {
  readonly spans: readonly (Pick<Span, 'from'> & { readonly until: string | null })[];
  readonly heldUntil: string | null;
  /** By when it is to be evaluated again, and what no source confirms of that; null where nothing says. */
  readonly monitoringDue: (Term & { readonly unconfirmed: readonly string[] }) | null;
  /** What nobody confirms: `lapsed-retention` where it was retained after its validity had ended. */
  readonly unconfirmed: readonly string[];
}

const lastDay = (until: string): string | null => (until === openEnd ? null : until);

export const predicateItem = (
  document: PredicateDocument,
  unconfirmed: Unconfirmed<'zone-monitoring'>,
): PredicateItem => ({
  ...document,
  spans: document.spans.map(({ from, until }) => ({ from, until: lastDay(until) })),
  heldUntil: lastDay(document.heldUntil),
  monitoringDue: monitoringDue(document, unconfirmed),
  unconfirmed: document.spans.length > 1 ? ['lapsed-retention'] : [],
});

/** Of the last term, unless it was evaluated since or is not held any more. */
function monitoringDue(
  { ended, monitoring, monitoringTerms }: PredicateDocument,
  unconfirmed: Unconfirmed<'zone-monitoring'>,
): PredicateItem['monitoringDue'] {
  const term = monitoringTerms.at(-1);
  if (ended !== null || term === undefined || term.dueOn === null) return null;
  const isEvaluated = monitoring.some(
    ({ monitoredOn }) => Number(monitoredOn.slice(0, 4)) >= term.forYear,
  );
  if (isEvaluated) return null;
  return { ...term, unconfirmed: unconfirmed('zone-monitoring', term.policyVersion) };
}
