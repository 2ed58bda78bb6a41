import { type Decider, type Decision, refused } from '../decider';
import type { PactCommand } from './commands';
import { draftPact } from './draft-pact';
import type { PactEvent } from './events';
import { publishPact } from './publish-pact';
import { signPact } from './sign-pact';
import { isDrafted, notFound } from './standing-rules';
import { evolve, initialState, type PactState } from './state';
import { supersedePact } from './supersede-pact';
import { supersedeSignature } from './supersede-signature';
import { witnessPact } from './witness-pact';

function decide(state: PactState, command: PactCommand): Decision<PactEvent> {
  if (command.type === 'DraftPact') return draftPact(state, command);
  if (!isDrafted(state)) return refused(notFound());
  switch (command.type) {
    case 'SignPact':
      return signPact(state, command);
    case 'WitnessPact':
      return witnessPact(state, command);
    case 'PublishPact':
      return publishPact(state, command);
    case 'SupersedePact':
      return supersedePact(state, command);
    case 'SupersedeSignature':
      return supersedeSignature(state, command);
  }
}

/**
 * The rules of one integrity pact (Pakta Integritas). It is a promise to oneself and no contract:
 * signature, witness, wording and publication. Source: PermenPAN-RB 49/2011, as printed by
 * dpmptsp.klaten.go.id.
 */
export const pact: Decider<PactState, PactCommand, PactEvent> = { initialState, decide, evolve };
