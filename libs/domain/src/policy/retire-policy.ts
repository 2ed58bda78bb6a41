import type { Decision, Refusal } from '../decider';
import { mustBeDate } from '../rules/dates';
import { recordUnless, refusal } from '../rules/refusal';
import { mustNotBeBlank } from '../rules/text';
import type { RetirePolicy } from './commands';
import type { PolicyRetired } from './events';
import type { PolicyState, PolicyVersion } from './state';

const nothingToRetire = (kind: string): Refusal =>
  refusal(
    'policy.nothing-to-retire',
    `the policy ${kind} has no approved version that still applies`,
    'Nothing was changed; there is nothing to do.',
  );

/** A version cannot have ended before it began. */
const mustHaveApplied = (
  { version, effectiveFrom }: PolicyVersion,
  { lastDay }: RetirePolicy,
): Refusal | null =>
  lastDay >= effectiveFrom
    ? null
    : refusal(
        'policy.retired-before-it-applied',
        `version ${version} applies from ${effectiveFrom}, after ${lastDay}`,
        `Give a last day from ${effectiveFrom} on.`,
        'lastDay',
      );

export function retirePolicy(
  { approved }: PolicyState,
  command: RetirePolicy,
): Decision<PolicyRetired> {
  const { kind, lastDay, reason, actor } = command;
  const latest = approved.at(-1);
  return recordUnless(
    latest?.lastDay !== null
      ? nothingToRetire(kind)
      : (mustBeDate('policy', 'lastDay', lastDay) ??
          mustHaveApplied(latest, command) ??
          mustNotBeBlank('policy', 'reason', reason)),
    () => ({
      type: 'PolicyRetired',
      data: { kind, version: approved.length, lastDay, reason, retiredBy: actor.id },
    }),
  );
}
