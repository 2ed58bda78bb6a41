import type { Decision, Refusal } from '../decider';
import { mustHaveHappened } from '../rules/dates';
import { recordUnless, refusal } from '../rules/refusal';
import { mustBeSlug, mustNotBeBlank } from '../rules/text';
import type { SupersedeSignature } from './commands';
import type { SignatureSuperseded } from './events';
import { describeParty, isSameParty } from './parties';
import { type DraftedPact, mustNotBeSuperseded } from './standing-rules';
import type { Signature } from './state';

const signatureOf = (
  { signatures }: DraftedPact,
  { signatory }: SupersedeSignature,
): Signature | undefined => signatures.find((one) => isSameParty(one.signatory, signatory));

function mustStand(state: DraftedPact, command: SupersedeSignature): Refusal | null {
  const { signatory } = command;
  const found = signatureOf(state, command);
  if (!found) {
    return refusal(
      'pact.not-signed',
      `${describeParty(signatory)} did not sign pact ${state.draft.pact}`,
      'Give office and name as they stand in the pact.',
      'signatory',
    );
  }
  return found.superseded === null
    ? null
    : refusal(
        'pact.signature-superseded',
        `the signature of ${describeParty(signatory)} was superseded (${found.superseded.ground})`,
        'Nothing remains to be done.',
        'signatory',
      );
}

function mustFollowSigning(state: DraftedPact, command: SupersedeSignature): Refusal | null {
  const found = signatureOf(state, command);
  return found === undefined || command.on >= found.signedOn
    ? null
    : refusal(
        'pact.superseded-before-signature',
        `${describeParty(found.signatory)} signed on ${found.signedOn}, after ${command.on}`,
        `Give a day from ${found.signedOn} on.`,
        'on',
      );
}

const successorMustDiffer = (
  { draft }: DraftedPact,
  { successor }: SupersedeSignature,
): Refusal | null =>
  successor === draft.pact
    ? refusal(
        'pact.successor-is-itself',
        `pact ${draft.pact} is named as where they signed again`,
        'Name another pact, or null while they have not signed again.',
        'successor',
      )
    : null;

/**
 * A pact is a promise made in an office and in certain words: who changes office, or whose text is
 * replaced, signs again. The others of the same ceremony are not touched. Jejak's own reading of
 * PermenPAN-RB 49/2011.
 */
export const supersedeSignature = (
  state: DraftedPact,
  command: SupersedeSignature,
): Decision<SignatureSuperseded> =>
  recordUnless(
    mustNotBeSuperseded(state) ??
      mustStand(state, command) ??
      mustHaveHappened('pact', 'on', command.on, command.at) ??
      mustFollowSigning(state, command) ??
      mustNotBeBlank('pact', 'reason', command.reason) ??
      mustBeSlug('pact', 'successor', command.successor) ??
      successorMustDiffer(state, command),
    () => ({
      type: 'SignatureSuperseded',
      data: {
        pact: state.draft.pact,
        region: state.draft.region,
        signatory: { position: command.signatory.position, name: command.signatory.name },
        ground: command.ground,
        reason: command.reason,
        successor: command.successor,
        on: command.on,
      },
    }),
  );
