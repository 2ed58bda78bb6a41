import { hash } from 'node:crypto';

import { canonicalText } from './canonical-text';

/** SHA-256 over the canonical JSON (RFC 8785) of content, lower-case hex: equal content shares it. */
export const contentSha256 = (content: object): string =>
  hash('sha256', canonicalText(content), 'hex');
