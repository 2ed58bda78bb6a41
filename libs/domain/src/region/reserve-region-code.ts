import type { Decision, Refusal } from '../decider';
import { mustBeDate } from '../rules/dates';
import { firstRefusal, recordUnless, refusal } from '../rules/refusal';
import { mustCite } from '../rules/text';
import { codeMustFitLevel } from './code-rules';
import type { ReserveRegionCode } from './commands';
import type { RegionCodeReserved } from './events';
import type { CodeTenure, RegisteredRegion, RegionState } from './state';

const regionUnknown = (region: string): Refusal =>
  refusal(
    'region.region-unknown',
    `no region is registered as ${region}`,
    'Give the id of a region: the code it was first registered under.',
    'region',
  );

const held = ({ code, validFrom }: ReserveRegionCode, by: string): Refusal =>
  refusal(
    'region.code-held',
    `${code} is held by region ${by} on ${validFrom} or kept for it`,
    'Give that region another code before this day first, or choose a later day.',
    'validFrom',
  );

/** Whether somebody who got the code has given it up by the day. Who never used it still may. */
const hasLeft = (
  tenures: readonly CodeTenure[],
  { code, validFrom }: ReserveRegionCode,
  times: number,
): boolean => {
  const held = tenures.filter((tenure) => tenure.code === code);
  return (
    held.length >= times &&
    held.every(({ validUntil }) => validUntil !== null && validUntil <= validFrom)
  );
};

/** Two regions never hold one code on one day, and a kept code counts as held. */
function codeMustBeFree(state: RegionState, command: ReserveRegionCode): Refusal | null {
  if (state.status === 'registered' && !hasLeft(state.tenures, command, 1)) {
    return held(command, state.region.code);
  }
  return firstRefusal(state.reservations, ({ region }) => {
    const times = state.reservations.filter((one) => one.region === region).length;
    const known = command.earlier.find((one) => one.region === region);
    const firstHeld = region === command.code ? 1 : 0;
    return known !== undefined && hasLeft(known.tenures, command, times + firstHeld)
      ? null
      : held(command, region);
  });
}

const levelMustFit = (command: ReserveRegionCode, { region }: RegisteredRegion): Refusal | null =>
  codeMustFitLevel({ code: command.code, level: region.level });

export const reserveRegionCode = (
  state: RegionState,
  command: ReserveRegionCode,
): Decision<RegionCodeReserved> =>
  recordUnless(
    command.regionState === null
      ? regionUnknown(command.region)
      : (levelMustFit(command, command.regionState) ??
          mustBeDate('region', 'validFrom', command.validFrom) ??
          codeMustBeFree(state, command) ??
          mustCite('region', command.source)),
    () => ({
      type: 'RegionCodeReserved',
      data: {
        code: command.code,
        region: command.region,
        validFrom: command.validFrom,
        source: command.source,
      },
    }),
  );
