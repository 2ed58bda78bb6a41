import type { PolicyDescription } from '@jejak/domain/policy/events';

import { contentSha256 } from '../codec/content-sha256';

/** What a version of a policy says, and nothing of who drafted it when. */
export interface PolicyText extends PolicyDescription {
  readonly kind: string;
  readonly content: object;
}

/** By what an approver names the draft they have read; any change to it gives another. */
export const policySha256 = ({
  kind,
  title,
  effectiveFrom,
  legalBasis,
  source: { id, citation },
  unconfirmed,
  content,
}: PolicyText): string =>
  contentSha256({
    ...{ kind, title, effectiveFrom, legalBasis, unconfirmed, content },
    source: { id, citation },
  });
