import { CorruptStreamError } from '../../corrupt-stream';
import type { CommandContext } from '../../command-context';
import type { Decider, Decision, Refusal } from '../../decider';
import { mustHaveHappened } from '../../rules/dates';
import { mustBeCount } from '../../rules/numbers';
import { recordUnless, refusal } from '../../rules/refusal';
import { mustBeSlug, mustCite, mustNotBeBlank } from '../../rules/text';
import type { PactCoverageEvent, UnitSignaturesCounted } from './events';
import { percentSigned } from './percent';

export type * from './events';
export { percentSigned } from './percent';

/** Counts of one unit; another source or another day is another count, and both are kept. */
export type RecordPactCoverage = CommandContext &
  Omit<UnitSignaturesCounted['data'], 'percent'> & {
    readonly type: 'RecordPactCoverage';
    readonly regionRegistered: boolean;
  };

export interface PactCoverageState {
  /** Day and source of every count, in the order of recording. */
  readonly counts: readonly { readonly asOf: string; readonly source: string }[];
}

const regionMustBeRegistered = ({ region, regionRegistered }: RecordPactCoverage): Refusal | null =>
  regionRegistered
    ? null
    : refusal(
        'pact.region-unknown',
        `region ${region} is not registered`,
        'Register the region first.',
        'region',
      );

const nobodySignsTwice = ({ staff, signed }: RecordPactCoverage): Refusal | null =>
  signed <= staff
    ? null
    : refusal(
        'pact.signed-count-above-staff',
        `${signed} of ${staff} are said to have signed`,
        'Count each person once, and staff and signatures on the same day.',
        'signed',
      );

const mustBeNew = (
  { counts }: PactCoverageState,
  { unit, asOf, source }: RecordPactCoverage,
): Refusal | null =>
  counts.some((one) => one.asOf === asOf && one.source === source.id)
    ? refusal(
        'pact.coverage-already-recorded',
        `${source.id} was recorded for ${unit} as of ${asOf}`,
        'Record a correction under a source of its own: both counts are kept.',
        'source',
      )
    : null;

const decide = (
  state: PactCoverageState,
  command: RecordPactCoverage,
): Decision<UnitSignaturesCounted> =>
  recordUnless(
    regionMustBeRegistered(command) ??
      mustBeSlug('pact', 'unit', command.unit) ??
      mustNotBeBlank('pact', 'unitName', command.unitName) ??
      mustBeCount('pact', 'staff', command.staff, 1) ??
      mustBeCount('pact', 'signed', command.signed) ??
      nobodySignsTwice(command) ??
      mustHaveHappened('pact', 'asOf', command.asOf, command.at) ??
      mustCite('pact', command.source) ??
      mustBeNew(state, command),
    () => {
      const { region, unit, unitName, staff, signed, asOf, source } = command;
      const percent = percentSigned(signed, staff);
      return {
        type: 'UnitSignaturesCounted',
        data: { region, unit, unitName, staff, signed, percent, asOf, source },
      };
    },
  );

function evolve({ counts }: PactCoverageState, event: PactCoverageEvent): PactCoverageState {
  const { asOf, source } = event.data;
  if (counts.some((one) => one.asOf === asOf && one.source === source.id)) {
    throw new CorruptStreamError(event.type, 'counted twice');
  }
  return { counts: [...counts, { asOf, source: source.id }] };
}

/**
 * How many of a unit have signed. All or most must before a Zona Integritas is declared, the rest
 * follow. Source: PermenPAN-RB 90/2021, as printed by kkptarakan.web.id.
 */
export const pactCoverage: Decider<PactCoverageState, RecordPactCoverage, PactCoverageEvent> = {
  initialState: () => ({ counts: [] }),
  decide,
  evolve,
};
