import type { Decision, Refusal } from '../../decider';
import { recordUnless, refusal } from '../../rules/refusal';
import { instantAfter } from '../../values/instant';
import { claimHeldFor } from './claim-times';
import type { ClaimSignature } from './commands';
import type { SignatureClaimed } from './events';
import { standingOf } from './standing';
import type { PactSignerState, SignerClaim } from './state';

const beingSigned = (pact: string): Refusal =>
  refusal(
    'pact.signing-in-another-pact',
    `the same signature was claimed for pact ${pact} and may be on its way there`,
    'Wait ten minutes and repeat the command, or sign there.',
    'position',
  );

const signedThere = (pact: string, on: string): Refusal =>
  refusal(
    'pact.signed-in-another-pact',
    `the same person signed the same text in the same position on ${on} in pact ${pact}`,
    'One valid signature is enough; supersede that one first if it no longer holds.',
    'position',
  );

/** What was claimed and not signed by then is given up; the pact was read after that. */
const isGivenUp = ({ claimedAt }: SignerClaim, readAt: string): boolean =>
  instantAfter(claimedAt, claimHeldFor) <= readAt;

/** A reading of another pact says nothing about the one that claimed last. */
function mustBeFree({ last }: PactSignerState, command: ClaimSignature): Refusal | null {
  if (last === null || last.pact === command.pact) return null;
  const { holder, party } = command;
  if (holder?.pact !== last.pact) return beingSigned(last.pact);
  const standing = standingOf(holder.state, party);
  if (standing.is === 'signed') return signedThere(last.pact, standing.on);
  return standing.is === 'over' || isGivenUp(last, holder.readAt) ? null : beingSigned(last.pact);
}

export const claimSignature = (
  state: PactSignerState,
  command: ClaimSignature,
): Decision<SignatureClaimed> =>
  recordUnless(mustBeFree(state, command), () => ({
    type: 'SignatureClaimed',
    data: {
      signer: command.signer,
      pact: command.pact,
      region: command.region,
      textVersion: command.textVersion,
      claimedAt: command.at,
    },
  }));
