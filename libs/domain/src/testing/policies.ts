import type { DraftPolicy } from '../policy/commands';
import type { PolicyContents, PolicyKind, PolicyOfKind } from '../policy/contents';
import type { PolicyDescription } from '../policy/events';
import { policy } from '../policy/policy';
import type { PolicyInForce } from '../policy/state';
import { givenFor } from './given';

/** What a version says of itself where a specification is about its content. */
export const describedPolicy: PolicyDescription = {
  title: 'A policy',
  effectiveFrom: '2015-01-01',
  legalBasis: 'made for this specification',
  source: { id: 'x', citation: 'y' },
  unconfirmed: [],
};

export const draftOf = (content: PolicyOfKind): DraftPolicy => ({
  type: 'DraftPolicy',
  ...content,
  ...describedPolicy,
  contentSha256: 'ab'.repeat(32),
  actor: { kind: 'person', id: 'drafter' },
  at: '2025-01-02T02:00:00.000Z',
});

export const inForce = <Kind extends PolicyKind>(
  kind: Kind,
  content: PolicyContents[Kind],
  version = 1,
): PolicyInForce<Kind> => ({ ...describedPolicy, kind, version, content });

/** The content has the right shape and is drafted all the same by nobody. */
export const mustBeUnsound = (content: PolicyOfKind): void => {
  givenFor(policy)().when(draftOf(content)).refused('policy.invalid-content');
};

export const mustBeSound = (content: PolicyOfKind): void => {
  expect(policy.decide(policy.initialState(), draftOf(content)).kind).toBe('accepted');
};
