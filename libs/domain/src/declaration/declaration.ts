import { settledBy } from '../calendar';
import { accepted, type Decider, type Decision, refused } from '../decider';
import { afterSettling, mustSettleSomething } from '../rules/settle-terms';
import type { DeclarationCommand } from './commands';
import { endObligation } from './end-obligation';
import type { DeclarationEvent, WealthReportTermsSettled } from './events';
import { evolve } from './evolve';
import { recordFiling } from './record-filing';
import { registerObligor } from './register-obligor';
import { notFound } from './rules';
import { type DeclarationState, initialState, isRegistered, type Obligor } from './state';
import { supplementFiling } from './supplement-filing';
import { verifyFiling } from './verify-filing';

function decide(state: DeclarationState, command: DeclarationCommand): Decision<DeclarationEvent> {
  if (command.type === 'RegisterObligor') return registerObligor(state, command);
  if (!isRegistered(state)) return refused(notFound());
  const first = settling(state, command);
  if (command.type === 'SettleWealthReportTerms') {
    const nothing = mustSettleSomething('declaration', first);
    return nothing ? refused(nothing) : accepted(...first);
  }
  return afterSettling<DeclarationState, DeclarationEvent>(state, first, evolve, (settled) =>
    isRegistered(settled) ? decideStep(settled, command) : refused(notFound()),
  );
}

/** What the calendars of the command reach by now, where it brings any. */
function settling(
  { key, filings }: Obligor,
  command: DeclarationCommand,
): readonly WealthReportTermsSettled[] {
  if (!('calendars' in command)) return [];
  return filings.flatMap(({ filing, year, openTerms, suppliedOn }) => {
    const settled = settledBy(openTerms, command.calendars, () => suppliedOn);
    if (settled.length === 0) return [];
    return [{ type: 'WealthReportTermsSettled', data: { ...key, filing, year, settled } }];
  });
}

function decideStep(
  state: Obligor,
  command: Exclude<DeclarationCommand, { type: 'RegisterObligor' | 'SettleWealthReportTerms' }>,
): Decision<DeclarationEvent> {
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
