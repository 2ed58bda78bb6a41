import { policySha256 } from '@jejak/event-store';

import type { ClientCommand } from '../client-command';
import { command } from '../facts/command';
import type { ImportPhase } from '../import/run-import';
import type { PolicyFile } from './policy-file';

/**
 * Policies as commands in one phase: each version is drafted by the operator and approved by the
 * verifier before the next version of its kind is drafted, because a draft replaces one that waits.
 * Within a phase the commands on one resource, here one kind, keep their order.
 */
export function importOfPolicies(files: readonly PolicyFile[]): ImportPhase {
  const oldestFirst = files.toSorted(
    (a, b) => compare(a.kind, b.kind) || compare(a.effectiveFrom, b.effectiveFrom),
  );
  return { name: 'policies', commands: oldestFirst.flatMap(draftAndApproval) };
}

const compare = (a: string, b: string): number => Number(a > b) - Number(a < b);

/** What is approved is what the file says: its digest, as the service makes it of what it was sent. */
function draftAndApproval(file: PolicyFile): readonly ClientCommand[] {
  const { kind, ...draft } = file;
  return [
    command(`/v1/policies/${kind}/draft`, draft),
    command(`/v1/policies/${kind}/approve`, { contentSha256: policySha256(file) }, 'verifier'),
  ];
}
