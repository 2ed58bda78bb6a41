import { type PactClause } from '@jejak/domain/pact';
import { canonicalText } from '@jejak/event-store';
import { createHash } from 'node:crypto';

/** SHA-256 over the canonical (RFC 8785) list of clauses, lower-case hex: two equal texts share it. */
export const textSha256 = (clauses: readonly PactClause[]): string =>
  createHash('sha256').update(canonicalText(clauses)).digest('hex');
