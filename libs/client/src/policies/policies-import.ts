import { createHash } from 'node:crypto';

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

function draftAndApproval({ kind, ...draft }: PolicyFile): readonly ClientCommand[] {
  const drafting = command(`/v1/policies/${kind}/draft`, draft);
  const approval = command(`/v1/policies/${kind}/approve`, {}, 'verifier');
  return [drafting, { ...approval, key: keyOfApproval(drafting) }];
}

/** The approvals of two versions say the same: each has a key of its own, from what it approves. */
const keyOfApproval = ({ key }: ClientCommand): string =>
  `import-${createHash('sha256').update(`approval of ${key}`).digest('hex')}`;
