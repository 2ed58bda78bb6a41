import type { Decision, Refusal } from '../decider';
import { mustBeDate } from '../rules/dates';
import { mustBeCount } from '../rules/numbers';
import { firstRefusal, recordUnless, refusal } from '../rules/refusal';
import { mustCite, mustNotBeBlank } from '../rules/text';
import { compareDates } from '../values/calendar-date';
import { codeMustFitLevel, parentMustFitCode } from './code-rules';
import type { RegisterRegion } from './commands';
import type { RegionRegistered } from './events';
import type { RegionState } from './state';

function mustBeNew(state: RegionState): Refusal | null {
  if (state.status === 'registered') {
    return refusal(
      'region.already-registered',
      `${state.region.code} is registered as ${state.region.name}`,
      'Use the registered region.',
      'code',
    );
  }
  const [reserved] = state.reservations;
  if (reserved === undefined) return null;
  return refusal(
    'region.code-held',
    `the code is kept for region ${reserved.region} from ${reserved.validFrom} on`,
    'Use that region, or register this one under a code nobody had.',
    'code',
  );
}

/** Codes change hands: Papua Barat Daya took regencies from 92 when it became 96. */
function validityMustHoldADay({ validFrom, validUntil }: RegisterRegion): Refusal | null {
  if (validFrom === null || validUntil === null) return null;
  return compareDates(validUntil, validFrom) > 0
    ? null
    : refusal(
        'region.validity-ends-before-it-begins',
        `the code is valid from ${validFrom} and no longer valid on ${validUntil}`,
        'Give a last day after the first, or null while the code is valid.',
        'validUntil',
      );
}

const countsMustBeWhole = ({ subdivisions }: RegisterRegion): Refusal | null =>
  subdivisions &&
  firstRefusal(['districts', 'urbanVillages', 'villages'] as const, (kind) =>
    mustBeCount('region', `subdivisions.${kind}`, subdivisions[kind]),
  );

export const registerRegion = (
  state: RegionState,
  command: RegisterRegion,
): Decision<RegionRegistered> =>
  recordUnless(
    mustBeNew(state) ??
      codeMustFitLevel(command) ??
      parentMustFitCode(command) ??
      mustNotBeBlank('region', 'name', command.name) ??
      mustBeDate('region', 'validFrom', command.validFrom) ??
      mustBeDate('region', 'validUntil', command.validUntil) ??
      validityMustHoldADay(command) ??
      countsMustBeWhole(command) ??
      mustCite('region', command.source),
    () => ({
      type: 'RegionRegistered',
      data: {
        code: command.code,
        name: command.name,
        level: command.level,
        parent: command.parent,
        validFrom: command.validFrom,
        validUntil: command.validUntil,
        subdivisions: command.subdivisions,
        source: command.source,
      },
    }),
  );
