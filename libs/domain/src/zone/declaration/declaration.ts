import { type Decider, type Decision, type Refusal } from '../../decider';
import { mustHaveHappened } from '../../rules/dates';
import { mustBeCount } from '../../rules/numbers';
import { mustHavePolicy } from '../../rules/policy';
import { firstRefusal, recordUnless, refusal } from '../../rules/refusal';
import { mustCite, mustNotBeBlank } from '../../rules/text';
import { compareFractions, dividedBy, fractionOf } from '../../values/fraction';
import { checked } from '../checked';
import type { DeclarationCommand, DeclareZone, RecordPactCoverage } from './commands';
import type { DeclarationEvent, PactCoverage, PactCoverageRecorded, ZoneDeclared } from './events';
import { type DeclarationState, evolve, initialState } from './state';

const coverageMustBePossible = ({ staff, signed }: PactCoverage): Refusal | null =>
  mustBeCount('zone', 'coverage.staff', staff, 1) ??
  mustBeCount('zone', 'coverage.signed', signed) ??
  (signed <= staff
    ? null
    : refusal(
        'zone.coverage-impossible',
        `${signed} of ${staff} staff are said to have signed`,
        'Give no more signatures than staff.',
        'coverage.signed',
      ));

/**
 * All or most of the staff have signed, the rest may follow later: PermenPAN-RB 90/2021 (and 52/2014
 * before), as told by kkptarakan.web.id. How many are most is policy.
 */
function coverageMustSuffice({ coverage, sheet }: DeclareZone): Refusal | null {
  if (!sheet) return null;
  const share = dividedBy(fractionOf(String(coverage.signed)), fractionOf(String(coverage.staff)));
  const above = sheet.content.procedure.pactCoverageAbove;
  if (compareFractions(share, fractionOf(above)) > 0 || coverage.signed === coverage.staff) {
    return null;
  }
  return refusal(
    'zone.coverage-too-low',
    `${coverage.signed} of ${coverage.staff} staff have signed their pact, not more than ${above} of them`,
    'Let more of the staff sign their integrity pact before the zone is declared.',
    'coverage.signed',
  );
}

const mustBeNew = (state: DeclarationState): Refusal | null =>
  state.status === 'undeclared'
    ? null
    : refusal(
        'zone.already-declared',
        `the zone of ${state.region} was declared on ${state.declaredOn}`,
        'Record later signatures as pact coverage; a declaration is made once.',
      );

const regionMustBeRegistered = ({ region, regionRegistered }: DeclareZone): Refusal | null =>
  regionRegistered
    ? null
    : refusal(
        'zone.region-unknown',
        `region ${region} is not registered`,
        'Register the region first.',
        'region',
      );

const owed = ({ staff, signed }: PactCoverage): number => staff - signed;

const declareZone = (state: DeclarationState, command: DeclareZone): Decision<ZoneDeclared> =>
  recordUnless(
    mustBeNew(state) ??
      regionMustBeRegistered(command) ??
      mustHaveHappened('zone', 'declaredOn', command.declaredOn, command.at) ??
      mustNotBeBlank('zone', 'publication', command.publication) ??
      firstRefusal(command.witnesses, (witness) => mustNotBeBlank('zone', 'witnesses', witness)) ??
      mustCite('zone', command.source) ??
      coverageMustBePossible(command.coverage) ??
      mustHavePolicy('zone', 'zone-sheet', command.declaredOn, command.sheet) ??
      coverageMustSuffice(command),
    () => ({
      type: 'ZoneDeclared',
      data: {
        region: command.region,
        declaredOn: command.declaredOn,
        publication: command.publication,
        witnesses: command.witnesses,
        coverage: command.coverage,
        owed: owed(command.coverage),
        source: command.source,
        policyVersion: checked(command.sheet).version,
      },
    }),
  );

function mustFollow(state: DeclarationState, { asOf, region }: RecordPactCoverage): Refusal | null {
  if (state.status === 'undeclared') {
    return refusal(
      'zone.not-declared',
      `no zone of ${region} was declared`,
      'Declare the zone first, with the coverage of that day.',
    );
  }
  return asOf >= state.coverageAsOf
    ? null
    : refusal(
        'zone.before-previous-step',
        `the coverage as of ${state.coverageAsOf} is recorded already`,
        `Give a count of ${state.coverageAsOf} or later.`,
        'asOf',
      );
}

const recordPactCoverage = (
  state: DeclarationState,
  command: RecordPactCoverage,
): Decision<PactCoverageRecorded> =>
  recordUnless(
    mustHaveHappened('zone', 'asOf', command.asOf, command.at) ??
      mustFollow(state, command) ??
      coverageMustBePossible(command.coverage),
    () => ({
      type: 'PactCoverageRecorded',
      data: {
        region: command.region,
        asOf: command.asOf,
        coverage: command.coverage,
        owed: owed(command.coverage),
      },
    }),
  );

/** Whether a region's government has declared its integrity zone (pencanangan Zona Integritas). */
export const zoneDeclaration: Decider<DeclarationState, DeclarationCommand, DeclarationEvent> = {
  initialState,
  decide: (state, command) =>
    command.type === 'DeclareZone'
      ? declareZone(state, command)
      : recordPactCoverage(state, command),
  evolve,
};
