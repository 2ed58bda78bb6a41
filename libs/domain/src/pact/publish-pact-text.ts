import type { Decision, Refusal } from '../decider';
import { firstRefusal, recordUnless, refusal } from '../rules/refusal';
import { mustBeSlug, mustNotBeBlank } from '../rules/text';
import { firstRepeated, isSha256 } from '../values/identifier';
import type { PublishPactText } from './commands';
import { type PactClause, pactObligations, type PactTextPublished } from './events';
import type { PactTextState } from './text-state';

/** A wording never changes: whoever signed it must find the same words again. */
const mustBeNew = (state: PactTextState): Refusal | null =>
  state.status === 'unpublished'
    ? null
    : refusal(
        'pact.text-already-published',
        `version ${state.text.version} is published as "${state.text.title}"`,
        'Publish another wording under a version of its own.',
        'version',
      );

/**
 * Each of the seven obligations exactly once. Source: PermenPAN-RB 49/2011, as printed by
 * dpmptsp.klaten.go.id and kemenag.malangkota.go.id.
 */
function mustHoldEveryObligation(clauses: readonly PactClause[]): Refusal | null {
  const present = clauses.map((clause) => clause.obligation);
  const missing = pactObligations.filter((obligation) => !present.includes(obligation));
  if (missing.length > 0) {
    return refusal(
      'pact.obligation-missing',
      `the wording lacks ${missing.join(', ')}`,
      'Give a clause for each of the seven obligations.',
      'clauses',
    );
  }
  const repeated = firstRepeated(present);
  return repeated === null
    ? null
    : refusal(
        'pact.obligation-repeated',
        `${repeated} has more than one clause`,
        'Give each obligation one clause.',
        'clauses',
      );
}

const mustHaveDigest = (sha256: string): Refusal | null =>
  isSha256(sha256)
    ? null
    : refusal(
        'pact.invalid-digest',
        `"${sha256}" is not a SHA-256 digest`,
        'Give the SHA-256 of the canonical clauses as 64 lower-case hex digits.',
        'sha256',
      );

export const publishPactText = (
  state: PactTextState,
  command: PublishPactText,
): Decision<PactTextPublished> =>
  recordUnless(
    mustBeNew(state) ??
      mustBeSlug('pact', 'version', command.version) ??
      mustNotBeBlank('pact', 'title', command.title) ??
      mustNotBeBlank('pact', 'legalBasis', command.legalBasis) ??
      mustHoldEveryObligation(command.clauses) ??
      firstRefusal(command.clauses, ({ obligation, text }) =>
        mustNotBeBlank('pact', `the clause ${obligation}`, text),
      ) ??
      mustHaveDigest(command.sha256),
    () => ({
      type: 'PactTextPublished',
      data: {
        version: command.version,
        title: command.title,
        legalBasis: command.legalBasis,
        clauses: command.clauses.map(({ obligation, text }) => ({ obligation, text })),
        sha256: command.sha256,
      },
    }),
  );
