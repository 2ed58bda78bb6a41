import type { Decision, Refusal } from '../decider';
import { mustBeDate } from '../rules/dates';
import { recordUnless, refusal } from '../rules/refusal';
import { mustCite, mustNotBeBlank } from '../rules/text';
import { refused } from '../decider';
import { codeMustFitLevel, parentMustFitCode } from './code-rules';
import type { RecodeRegion } from './commands';
import type { RegionRecoded } from './events';
import type { CodeTenure, RegisteredRegion, RegionState } from './state';

const notRegistered = (region: string): Refusal =>
  refusal(
    'region.region-unknown',
    `no region is registered as ${region}`,
    'Give the id of a region: the code it was first registered under.',
    'region',
  );

const mustBeReserved = ({ reservation, region, code, validFrom }: RecodeRegion): Refusal | null =>
  reservation?.region === region && reservation.validFrom === validFrom
    ? null
    : refusal(
        'region.code-not-reserved',
        `${code} is not kept for region ${region} from ${validFrom} on`,
        'Reserve the code for this region and this day first.',
        'code',
      );

/** A region has one code at a time: the new one begins after the last one began, and not before it ended. */
function mustFollow({ code, validFrom }: RecodeRegion, last: CodeTenure): Refusal | null {
  if (code === last.code && last.validUntil === null) {
    return refusal(
      'region.code-unchanged',
      `the region already has the code ${code}`,
      'Nothing was changed; there is nothing to do.',
      'code',
    );
  }
  const begins = last.validFrom === null || last.validFrom < validFrom;
  const ended = last.validUntil === null || last.validUntil <= validFrom;
  return begins && ended
    ? null
    : refusal(
        'region.overlapping-validity',
        `the code ${last.code} is the region's from ${last.validFrom ?? 'an unknown day'} to ${last.validUntil ?? 'now'}`,
        'Choose a day after the last code began and not before it ended.',
        'validFrom',
      );
}

const parentOf = (code: string): string | null => (code.length === 2 ? null : code.slice(0, 2));

function recode(registered: RegisteredRegion, command: RecodeRegion): Decision<RegionRecoded> {
  const { region, tenures } = registered;
  const { code, validFrom, parentRegion } = command;
  const last = tenures.at(-1) ?? { code: region.code, validFrom: null, validUntil: null };
  return recordUnless(
    codeMustFitLevel({ code, level: region.level }) ??
      parentMustFitCode({ code, level: region.level, parent: parentOf(code), parentRegion }) ??
      mustBeDate('region', 'validFrom', validFrom) ??
      mustFollow(command, last) ??
      mustBeReserved(command) ??
      mustNotBeBlank('region', 'legalBasis', command.legalBasis) ??
      mustCite('region', command.source),
    () => ({
      type: 'RegionRecoded',
      data: {
        region: region.code,
        code,
        validFrom,
        previous: last.code,
        name: region.name,
        level: region.level,
        parent: command.parentId,
        legalBasis: command.legalBasis,
        source: command.source,
      },
    }),
  );
}

export const recodeRegion = (state: RegionState, command: RecodeRegion): Decision<RegionRecoded> =>
  state.status === 'registered' ? recode(state, command) : refused(notRegistered(command.region));
