import type { CalendarDate, JejakEvent } from '@jejak/domain';
import type { PolicyKind, PolicyOfKind } from '@jejak/domain/policy/contents';
import type { PolicyDescription } from '@jejak/domain/policy/events';

import { continued } from '../continued';
import type { FoldedView } from '../view';

/** One version as it was drafted, and by whom. */
export interface DraftedPolicy extends PolicyDescription {
  /** From 1. */
  readonly version: number;
  readonly content: PolicyOfKind['content'];
  readonly draftedBy: string;
  /** Of kind, description and content: by this a draft is approved. */
  readonly contentSha256: string;
  /** Instant at which it was recorded. */
  readonly draftedAt: string;
}

/** How a version ended without a successor. */
export interface PolicyRetirement {
  readonly lastDay: CalendarDate;
  readonly reason: string;
  readonly retiredBy: string;
  readonly retiredAt: string;
}

export interface RecordedPolicyVersion extends DraftedPolicy {
  readonly approvedBy: string;
  readonly approvedAt: string;
  /** Null while it is not retired. */
  readonly retirement: PolicyRetirement | null;
}

/** One kind of policy with every version it ever had. */
export interface PolicyDocument {
  readonly kind: PolicyKind;
  /** Approved ones; version n stands at place n - 1. */
  readonly versions: readonly RecordedPolicyVersion[];
  /** The version that waits for its second person; null when none does. */
  readonly draft: DraftedPolicy | null;
  readonly changedAt: string;
}

/** One document per kind. Which version applies depends on the day one asks: see `policyOn`. */
export const policyRegister: FoldedView<PolicyDocument> = {
  name: 'policy-register',
  version: 2,
  eventTypes: ['PolicyDrafted', 'PolicyApproved', 'PolicyRetired'],
  documentsOf: ({ event }) => (isOfPolicy(event) ? [event.data.kind] : []),
  apply(document, { event, metadata: { recordedAt } }, id) {
    if (event.type === 'PolicyDrafted') {
      const { kind, ...policy } = event.data;
      const before = document ?? { kind, versions: [] };
      return { ...before, draft: { ...policy, draftedAt: recordedAt }, changedAt: recordedAt };
    }
    const before = continued(document, id);
    return { ...before, ...changeOf(before, event, recordedAt), changedAt: recordedAt };
  },
  indexes: [{ changedAt: 1, _id: 1 }],
};

type PolicyEventType = 'PolicyDrafted' | 'PolicyApproved' | 'PolicyRetired';

const isOfPolicy = (event: JejakEvent): event is Extract<JejakEvent, { type: PolicyEventType }> =>
  policyRegister.eventTypes.includes(event.type);

function changeOf(
  { draft, versions }: PolicyDocument,
  event: JejakEvent,
  recordedAt: string,
): Pick<PolicyDocument, 'draft' | 'versions'> {
  if (event.type === 'PolicyApproved') {
    if (draft === null) throw new Error(`Nothing of ${event.data.kind} waited to be approved`);
    const { approvedBy } = event.data;
    const version = { ...draft, approvedBy, approvedAt: recordedAt, retirement: null };
    return { draft: null, versions: [...versions, version] };
  }
  if (event.type === 'PolicyRetired') {
    const { version, lastDay, reason, retiredBy } = event.data;
    const retirement = { lastDay, reason, retiredBy, retiredAt: recordedAt };
    const after = versions.map((one) => (one.version === version ? { ...one, retirement } : one));
    return { draft, versions: after };
  }
  return { draft, versions };
}
