import { createHash } from 'node:crypto';

import { pactSignerStream, pactStream } from '@jejak/domain';
import {
  type HolderReading,
  pact,
  pactSigner,
  type PactState,
  type SignerClaim,
  type SignPact,
} from '@jejak/domain/pact';
import { normalisedName } from '@jejak/domain/values/name';
import { canonicalText, type CommandEnvelope, type Ledger } from '@jejak/event-store';
import { problemOf } from '@jejak/http';
import { v5 } from 'uuid';

import { type WithoutContext } from '../edge/command-on';

/** Names the command that claims a signature within the command that signs. */
const namespace = 'c2d7e6d0-5f0b-5a51-9f0a-2b8c4e1d7a36';

/** A signature that is about to be recorded in a pact. */
export interface IntendedSignature {
  /** Read to its end. */
  readonly pactState: PactState;
  readonly signature: Omit<WithoutContext<SignPact>, 'claim'>;
  readonly envelope: CommandEnvelope;
  readonly now?: () => Date;
}

/**
 * Claims a named person's signature for the pact, so that no other pact records the same one; null
 * where there is nothing to claim: nobody is named, or the pact refuses the signature anyway. Throws
 * what the domain refuses.
 */
export async function claimedSignature(
  ledger: Ledger,
  { pactState, signature, envelope, now = () => new Date() }: IntendedSignature,
): Promise<SignerClaim | null> {
  if (pactState.status === 'undrafted') return null;
  const { draft } = pactState;
  const { position, name, region } = signature.signatory;
  if (name === null || !wouldSign(pactState, signature, envelope, now().toISOString())) return null;
  const party = { position, name, region: region ?? draft.region };
  const signer = signerOf(draft.textVersion, party);
  const stream = pactSignerStream(signer);
  const { claims, last } = await ledger.refer(pactSigner, stream, () => false);
  const holder =
    last === null || last.pact === draft.pact ? null : await holderOf(ledger, last.pact, now);
  const outcome = await ledger.handle(
    pactSigner,
    stream,
    { ...envelope, commandId: v5(`${envelope.commandId}/${stream}/${claims}`, namespace) },
    (state, at) =>
      pactSigner.decide(state, {
        type: 'ClaimSignature',
        ...{ pact: draft.pact, region: draft.region, textVersion: draft.textVersion },
        ...{ signer, party, holder, actor: envelope.actor, at },
      }),
  );
  if (outcome.kind === 'refused') throw problemOf(outcome.refusal);
  return (await ledger.refer(pactSigner, stream, (state) => state.claims > claims)).last;
}

/** So that a signature which is refused anyway, or was recorded before, claims nothing. */
function wouldSign(
  state: Exclude<PactState, { status: 'undrafted' }>,
  signature: IntendedSignature['signature'],
  { actor }: CommandEnvelope,
  at: string,
): boolean {
  const claim = { pact: state.draft.pact, claimedAt: at };
  return pact.decide(state, { ...signature, claim, actor, at }).kind === 'accepted';
}

async function holderOf(ledger: Ledger, name: string, now: () => Date): Promise<HolderReading> {
  const readAt = now().toISOString();
  const state = await ledger.refer(pact, pactStream(name), () => false);
  return { pact: name, readAt, state };
}

/**
 * Hides the name from whoever lists streams, and from nobody else: it stands in the pact, which is
 * public. Two spellings of one name are one person, as within a pact.
 */
const signerOf = (
  textVersion: string,
  { position, name, region }: { position: string; name: string; region: string },
): string =>
  createHash('sha256')
    .update(canonicalText([textVersion, region, normalisedName(position), normalisedName(name)]))
    .digest('hex');
