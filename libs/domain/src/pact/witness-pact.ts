import type { Decision, Refusal } from '../decider';
import { mustHaveHappened } from '../rules/dates';
import { recordUnless, refusal } from '../rules/refusal';
import { mustNotBeBlank } from '../rules/text';
import type { WitnessPact } from './commands';
import type { PactWitnessed } from './events';
import { describeParty, isSameParty, mayBeSamePerson } from './parties';
import { type DraftedPact, mustNotBePublished, mustNotBeSuperseded } from './standing-rules';

function witnessMustNotBeSigner(state: DraftedPact, { witness }: WitnessPact): Refusal | null {
  const found = state.signatures.find(({ signatory }) => mayBeSamePerson(signatory, witness));
  if (!found) return null;
  return refusal(
    'pact.witness-is-signer',
    `${describeParty(witness)} cannot witness: ${describeParty(found.signatory)} signed this pact`,
    'Let the direct superior or another designated official witness it, who did not sign.',
    'witness',
  );
}

const somebodyMustHaveSigned = (state: DraftedPact): Refusal | null =>
  state.signatures.length > 0
    ? null
    : refusal(
        'pact.nothing-to-witness',
        `nobody has signed pact ${state.draft.pact} yet`,
        'Record a signature first.',
      );

function mustNotHaveWitnessed(state: DraftedPact, { witness }: WitnessPact): Refusal | null {
  const found = state.witnesses.find((witnessing) => isSameParty(witnessing.witness, witness));
  if (!found) return null;
  return refusal(
    'pact.already-witnessed',
    `${describeParty(found.witness)} witnessed on ${found.witnessedOn}`,
    'Nothing remains to be done; one testimony is enough.',
    'witness',
  );
}

/**
 * Signing is witnessed by the direct superior or another designated official, before publication.
 * Source: PermenPAN-RB 49/2011, as reported by keuangannegara.id.
 */
export const witnessPact = (state: DraftedPact, command: WitnessPact): Decision<PactWitnessed> =>
  recordUnless(
    mustNotBeSuperseded(state) ??
      witnessMustNotBeSigner(state, command) ??
      somebodyMustHaveSigned(state) ??
      mustNotHaveWitnessed(state, command) ??
      mustNotBePublished(state) ??
      mustNotBeBlank('pact', 'witness.position', command.witness.position) ??
      mustNotBeBlank('pact', 'witness.name', command.witness.name) ??
      mustHaveHappened('pact', 'witnessedOn', command.witnessedOn, command.at),
    () => ({
      type: 'PactWitnessed',
      data: {
        pact: state.draft.pact,
        region: state.draft.region,
        witness: { position: command.witness.position, name: command.witness.name },
        capacity: command.capacity,
        witnessedOn: command.witnessedOn,
      },
    }),
  );
