import { policyStream } from '@jejak/domain';
import { policy, type PolicyKind, type PolicyOfKind } from '@jejak/domain/policy';
import { policyContentProblem, policySha256 } from '@jejak/event-store';
import { problem } from '@jejak/http';

import { commandsOn } from '../edge/command-on';
import { sourceFrom } from '../edge/parts';
import { ApprovePolicyBody, DraftPolicyBody, RetirePolicyBody } from './policy.bodies';

const onPolicy = commandsOn(policy, policyStream);

export const draftPolicy = onPolicy(DraftPolicyBody, {
  action: 'policy.draft',
  region: () => null,
  command: ({ key, body }) => {
    const { title, effectiveFrom, legalBasis } = body;
    const policy = {
      ...contentFrom(key, body.content),
      ...{ title, effectiveFrom, legalBasis },
      source: sourceFrom(body.source),
      unconfirmed: [...(body.unconfirmed ?? [])],
    };
    return { type: 'DraftPolicy', ...policy, contentSha256: policySha256(policy) };
  },
});

export const approvePolicy = onPolicy(ApprovePolicyBody, {
  action: 'policy.approve',
  region: () => null,
  command: ({ key, body: { contentSha256 } }) => ({
    type: 'ApprovePolicy',
    kind: key,
    contentSha256,
  }),
});

export const retirePolicy = onPolicy(RetirePolicyBody, {
  action: 'policy.retire',
  region: () => null,
  command: ({ key, body }) => ({
    type: 'RetirePolicy',
    kind: key,
    lastDay: body.lastDay,
    reason: body.reason,
  }),
});

/** Throws `request.invalid` naming the place where the content has not the form of its kind. */
function contentFrom(kind: PolicyKind, content: object): PolicyOfKind {
  const fault = policyContentProblem(kind, content);
  if (fault === null) return { kind, content } as PolicyOfKind;
  const [path = '', ...words] = fault.split(' ');
  throw problem('request.invalid', {
    field: `content${path}`,
    detail: `content${path} ${words.join(' ')}.`,
    fix: `Give the content the form a policy of the kind ${kind} has.`,
  });
}
