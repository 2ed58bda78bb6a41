import { type Decider, type Decision, refused } from '../decider';
import type { DeclarationCommand } from './commands';
import { endObligation } from './end-obligation';
import type { DeclarationEvent } from './events';
import { evolve } from './evolve';
import { recordFiling } from './record-filing';
import { registerObligor } from './register-obligor';
import { notFound } from './rules';
import { type DeclarationState, initialState, isRegistered } from './state';
import { supplementFiling } from './supplement-filing';
import { verifyFiling } from './verify-filing';

function decide(state: DeclarationState, command: DeclarationCommand): Decision<DeclarationEvent> {
  if (command.type === 'RegisterObligor') return registerObligor(state, command);
  if (!isRegistered(state)) return refused(notFound());
  switch (command.type) {
    case 'EndObligation':
      return endObligation(state, command);
    case 'RecordFiling':
      return recordFiling(state, command);
    case 'VerifyFiling':
      return verifyFiling(state, command);
    case 'SupplementFiling':
      return supplementFiling(state, command);
  }
}

/** The rules of one person's duty to report wealth (LHKPN) in one position. */
export const declaration: Decider<DeclarationState, DeclarationCommand, DeclarationEvent> = {
  initialState,
  decide,
  evolve,
};
