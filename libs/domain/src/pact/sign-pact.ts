import type { Decision, Refusal } from '../decider';
import { mustHaveHappened } from '../rules/dates';
import { recordUnless, refusal } from '../rules/refusal';
import { mustNotBeBlank } from '../rules/text';
import { instantAfter } from '../values/instant';
import type { SignPact } from './commands';
import type { PactSigned } from './events';
import { describeParty, isSameParty, mayBeSamePerson } from './parties';
import { claimUsedFor } from './signer/claim-times';
import {
  type DraftedPact,
  mustNotBePublished,
  mustNotBeSuperseded,
  textMustBeInForce,
} from './standing-rules';

function signerMustNotBeWitness(state: DraftedPact, { signatory }: SignPact): Refusal | null {
  const found = state.witnesses.find(({ witness }) => mayBeSamePerson(witness, signatory));
  if (!found) return null;
  return refusal(
    'pact.signer-is-witness',
    `${describeParty(signatory)} cannot sign: ${describeParty(found.witness)} witnessed this pact`,
    'Let somebody sign who is not a witness of this pact.',
    'signatory',
  );
}

function mustNotHaveSigned(state: DraftedPact, { signatory }: SignPact): Refusal | null {
  const found = state.signatures.find((signature) => isSameParty(signature.signatory, signatory));
  if (!found) return null;
  return refusal(
    'pact.already-signed',
    `${describeParty(found.signatory)} signed on ${found.signedOn}`,
    'Nothing remains to be done; one signature is enough.',
    'signatory',
  );
}

/**
 * One valid signature per person, position and text, across pacts: see `pactSigner`. Whom no source
 * names may be somebody else each time, so that an office alone is never the same person.
 */
function mustHoldClaim({ draft }: DraftedPact, { signatory, claim, at }: SignPact): Refusal | null {
  if (signatory.name === null) return null;
  const isHeld = claim?.pact === draft.pact && at < instantAfter(claim.claimedAt, claimUsedFor);
  if (isHeld) return null;
  return refusal(
    'pact.claim-outdated',
    `it took too long to be sure that ${describeParty(signatory)} has not signed in another pact`,
    'Repeat the command.',
    'signatory',
  );
}

/**
 * Leaders, officials and all civil servants sign, and members of the independent monitoring forum:
 * hence signatories from outside the agency. Source: PermenPAN-RB 49/2011, as reported by
 * keuangannegara.id and supersell.id.
 */
export const signPact = (state: DraftedPact, command: SignPact): Decision<PactSigned> =>
  recordUnless(
    mustNotBeSuperseded(state) ??
      signerMustNotBeWitness(state, command) ??
      mustNotHaveSigned(state, command) ??
      mustNotBePublished(state) ??
      mustNotBeBlank('pact', 'signatory.position', command.signatory.position) ??
      mustNotBeBlank('pact', 'signatory.name', command.signatory.name) ??
      mustNotBeBlank('pact', 'signatory.region', command.signatory.region) ??
      mustHaveHappened('pact', 'signedOn', command.signedOn, command.at) ??
      textMustBeInForce('signedOn', command.signedOn, {
        textVersion: state.draft.textVersion,
        textLastDay: command.textLastDay,
      }) ??
      mustNotBeBlank('pact', 'signatureReference', command.signatureReference) ??
      mustHoldClaim(state, command),
    () => ({
      type: 'PactSigned',
      data: {
        pact: state.draft.pact,
        region: state.draft.region,
        signatory: {
          position: command.signatory.position,
          name: command.signatory.name,
          outside: command.signatory.outside,
          region: command.signatory.region,
        },
        signedOn: command.signedOn,
        signatureReference: command.signatureReference,
      },
    }),
  );
