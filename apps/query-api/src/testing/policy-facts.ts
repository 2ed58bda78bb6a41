import { type JejakEvent, policyStream } from '@jejak/domain';
import type { PolicyOfKind } from '@jejak/domain/policy';

interface Fact {
  readonly stream: string;
  readonly event: JejakEvent;
}

/** The first version of a policy, drafted and approved, of which nobody confirms these parts. */
export function policyFacts(policy: PolicyOfKind, unconfirmed: readonly string[]): readonly Fact[] {
  const { kind } = policy;
  const described = { title: kind, effectiveFrom: '2010-01-01', legalBasis: 'A sample' };
  const drafted: JejakEvent = {
    type: 'PolicyDrafted',
    data: {
      ...{ ...policy, ...described, version: 1, unconfirmed },
      ...{ source: { id: 'x', citation: 'y' }, draftedBy: 'operator-1' },
      contentSha256: 'ab'.repeat(32),
    },
  };
  const approved: JejakEvent = {
    type: 'PolicyApproved',
    data: { kind, version: 1, approvedBy: 'verifier-1' },
  };
  return [drafted, approved].map((event) => ({ stream: policyStream(kind), event }));
}
