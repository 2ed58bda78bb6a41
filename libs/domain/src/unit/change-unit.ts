import type { Decision, Refusal } from '../decider';
import { refused } from '../decider';
import { recordUnless, refusal } from '../rules/refusal';
import { mustNotBeBlank } from '../rules/text';
import { codeMustFit } from './code-rules';
import type { CloseUnit, RecodeUnit, RenameUnit } from './commands';
import type { UnitClosed, UnitRecoded, UnitRenamed } from './events';
import { regionUnknown } from './register-unit';
import {
  codeMustBeFree,
  findUnit,
  mustBeExplained,
  mustComeAfter,
  mustHaveNoParts,
  mustStand,
  nameMustBeFree,
  unitUnknown,
} from './rules';
import type { UnitsState } from './state';

const mustChange = (field: string, before: string | null, after: string): Refusal | null =>
  before === after
    ? refusal(
        'unit.nothing-changes',
        `the ${field} already is ${after}`,
        'Nothing was changed; there is nothing to do.',
        field,
      )
    : null;

export function renameUnit(state: UnitsState, command: RenameUnit): Decision<UnitRenamed> {
  const { region, unit: id, name, validFrom, legalBasis, source } = command;
  const unit = findUnit(state, id);
  if (unit === undefined) return refused(unitUnknown(id));
  const previous = unit.names.at(-1)?.value ?? '';
  return recordUnless(
    mustNotBeBlank('unit', 'name', name) ??
      mustBeExplained(command) ??
      mustStand(unit) ??
      mustChange('name', previous, name) ??
      mustComeAfter(unit, validFrom) ??
      nameMustBeFree(state, unit, name, validFrom),
    () => ({
      type: 'UnitRenamed',
      data: { region, unit: id, name, previous, validFrom, legalBasis, source },
    }),
  );
}

export function recodeUnit(state: UnitsState, command: RecodeUnit): Decision<UnitRecoded> {
  const { region, unit: id, code, validFrom, legalBasis, source, regionState } = command;
  const unit = findUnit(state, id);
  if (regionState === null) return refused(regionUnknown(region));
  if (unit === undefined) return refused(unitUnknown(id));
  const previous = unit.codes.at(-1)?.value ?? null;
  const parent = unit.parent === null ? undefined : findUnit(state, unit.parent);
  return recordUnless(
    mustBeExplained(command) ??
      mustStand(unit) ??
      mustChange('code', previous, code) ??
      mustComeAfter(unit, validFrom) ??
      codeMustFit({ kind: unit.kind, code }, parent, regionState, validFrom) ??
      codeMustBeFree(state, id, code, validFrom),
    () => ({
      type: 'UnitRecoded',
      data: { region, unit: id, code, previous, validFrom, legalBasis, source },
    }),
  );
}

export function closeUnit(state: UnitsState, command: CloseUnit): Decision<UnitClosed> {
  const { region, unit: id, validFrom, legalBasis, source } = command;
  const unit = findUnit(state, id);
  if (unit === undefined) return refused(unitUnknown(id));
  return recordUnless(
    mustBeExplained(command) ??
      mustStand(unit) ??
      mustComeAfter(unit, validFrom) ??
      mustHaveNoParts(state, unit),
    () => ({ type: 'UnitClosed', data: { region, unit: id, validFrom, legalBasis, source } }),
  );
}
