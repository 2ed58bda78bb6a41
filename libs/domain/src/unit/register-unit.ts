import type { Decision, Refusal } from '../decider';
import { refused } from '../decider';
import type { RegisteredRegion } from '../region/state';
import { mustBeDate } from '../rules/dates';
import { recordUnless, refusal } from '../rules/refusal';
import { mustBeSlug, mustCite, mustNotBeBlank } from '../rules/text';
import { codeMustFit, isVillage } from './code-rules';
import type { RegisterUnit } from './commands';
import type { UnitRegistered } from './events';
import { existsOn } from './history';
import { codeMustBeFree, findUnit, nameMustBeFree, unitUnknown } from './rules';
import type { Unit, UnitsState } from './state';

export const regionUnknown = (region: string): Refusal =>
  refusal(
    'unit.region-unknown',
    `no region is registered as ${region}`,
    'Register the region first, or give the code it was first registered under.',
    'region',
  );

const mustBeNew = (state: UnitsState, { unit }: RegisterUnit): Refusal | null =>
  findUnit(state, unit) === undefined
    ? null
    : refusal(
        'unit.already-registered',
        `the region has a unit "${unit}"`,
        'Use it, or choose another identifier.',
        'unit',
      );

function regionMustStand({ validFrom }: RegisterUnit, region: RegisteredRegion): Refusal | null {
  const until = region.tenures.at(-1)?.validUntil ?? null;
  return until === null || (validFrom !== null && validFrom < until)
    ? null
    : refusal(
        'unit.region-ended',
        `the region is no more since ${until}`,
        'Give a first day before that, or another region.',
        'validFrom',
      );
}

/** Districts and villages divide a regency or city; offices and service areas every region has. */
function kindMustFit({ kind }: RegisterUnit, { region }: RegisteredRegion): Refusal | null {
  const divides = kind === 'district' || isVillage(kind);
  return divides && region.level === 'province'
    ? refusal(
        'unit.kind-mismatch',
        `a province has no ${kind} of its own`,
        'Register it in its regency or city.',
        'kind',
      )
    : null;
}

/** A village lies in a district, an office may belong to an office; nothing else has a parent. */
function parentMustFit({ kind, parent: name }: RegisterUnit, parent?: Unit): Refusal | null {
  const wanted = isVillage(kind) ? 'district' : kind === 'office' ? 'office' : null;
  if (name === null && wanted !== 'district') return null;
  if (name !== null && wanted !== null && parent === undefined) return unitUnknown(name, 'parent');
  return parent !== undefined && parent.kind === wanted
    ? null
    : refusal(
        'unit.parent-mismatch',
        `a ${kind} ${wanted === null ? 'belongs to no other unit' : `belongs to a unit of the kind ${wanted}`}`,
        'Correct the parent or the kind.',
        'parent',
      );
}

/** Whoever belongs to a unit cannot be there before it or after it. */
const parentMustStand = ({ validFrom }: RegisterUnit, parent: Unit | undefined): Refusal | null =>
  parent === undefined || (parent.closedOn === null && (!validFrom || existsOn(parent, validFrom)))
    ? null
    : refusal(
        'unit.closed',
        `${parent.unit} does not stand from ${validFrom ?? 'then'} on`,
        'Give a parent that stands on the first day.',
        'parent',
      );

export function registerUnit(state: UnitsState, command: RegisterUnit): Decision<UnitRegistered> {
  const { regionState, region, unit, kind, name, code, parent, validFrom, source } = command;
  if (regionState === null) return refused(regionUnknown(region));
  const above = parent === null ? undefined : findUnit(state, parent);
  return recordUnless(
    mustBeSlug('unit', 'unit', unit) ??
      mustBeNew(state, command) ??
      mustNotBeBlank('unit', 'name', name) ??
      mustBeDate('unit', 'validFrom', validFrom) ??
      regionMustStand(command, regionState) ??
      kindMustFit(command, regionState) ??
      parentMustFit(command, above) ??
      parentMustStand(command, above) ??
      codeMustFit(command, above, regionState, validFrom) ??
      codeMustBeFree(state, unit, code, validFrom) ??
      nameMustBeFree(state, command, name, validFrom) ??
      mustCite('unit', source),
    () => ({
      type: 'UnitRegistered',
      data: { region, unit, kind, name, code, parent, validFrom, source },
    }),
  );
}
