import {
  type PolicyDocument,
  type PolicyInWindow,
  policyRegister,
  versionsKnown,
} from '@jejak/views';

import { listOf } from '../reading/list';

/** A version without what it says: that is asked for by kind. */
export type ListedVersion = Omit<PolicyInWindow, 'content'>;

export interface ListedPolicy extends Pick<PolicyDocument, 'kind' | 'changedAt'> {
  readonly versions: readonly ListedVersion[];
  /** The version that waits for its second person; null when none does. */
  readonly draft: Omit<NonNullable<PolicyDocument['draft']>, 'content'> | null;
}

const withoutContent = <Version extends { readonly content: unknown }>({
  content: _,
  ...version
}: Version): Omit<Version, 'content'> => version;

export const policyList = listOf(policyRegister, {
  path: '/v1/policies',
  sorts: { changedAt: 'changedAt' },
  item: (document): ListedPolicy => ({
    kind: document.kind,
    versions: versionsKnown(document).map(withoutContent),
    draft: document.draft && withoutContent(document.draft),
    changedAt: document.changedAt,
  }),
  columns: {
    kind: ({ kind }) => kind,
    title: ({ versions }) => versions.at(-1)?.title ?? null,
    versions: ({ versions }) => versions.length,
    effectiveFrom: ({ versions }) => versions.at(-1)?.effectiveFrom ?? null,
    until: ({ versions }) => versions.at(-1)?.inForce?.until ?? null,
    legalBasis: ({ versions }) => versions.at(-1)?.legalBasis ?? null,
    unconfirmed: ({ versions }) => versions.at(-1)?.unconfirmed.length ?? null,
    draftedBy: ({ versions }) => versions.at(-1)?.draftedBy ?? null,
    approvedBy: ({ versions }) => versions.at(-1)?.approvedBy ?? null,
    waiting: ({ draft }) => draft?.version ?? null,
    changedAt: ({ changedAt }) => changedAt,
  },
});
