import type { Decision, Refusal } from '../decider';
import { refused } from '../decider';
import { firstRefusal, recordUnless, refusal } from '../rules/refusal';
import { firstRepeated } from '../values/identifier';
import type { MergeUnits } from './commands';
import type { UnitsMerged } from './events';
import { existsOn } from './history';
import {
  findUnit,
  mustBeExplained,
  mustComeAfter,
  mustHaveNoParts,
  mustStand,
  unitUnknown,
} from './rules';
import type { Unit, UnitsState } from './state';

function mustBeSeveral({ units, into }: MergeUnits): Refusal | null {
  const repeated = firstRepeated([...units, into]);
  return units.length > 0 && repeated === null
    ? null
    : refusal(
        'unit.merger-of-one',
        repeated === null ? 'no unit is named' : `${repeated} is named twice`,
        'Name each unit that ends once, and not the one they go into.',
        'units',
      );
}

function mustMerge(
  state: UnitsState,
  name: string,
  into: Unit,
  command: MergeUnits,
): Refusal | null {
  const unit = findUnit(state, name);
  if (unit === undefined) return unitUnknown(name, 'units');
  if (unit.kind !== into.kind) {
    return refusal(
      'unit.kind-mismatch',
      `${name} is a ${unit.kind}, ${into.unit} a ${into.kind}`,
      'Merge units of one kind.',
      'units',
    );
  }
  return (
    mustStand(unit, 'units') ??
    mustComeAfter(unit, command.validFrom) ??
    mustHaveNoParts(state, unit)
  );
}

/** A successor founded for the merger is registered first and may begin on the very day. */
const mustReceive = (into: Unit, { validFrom }: MergeUnits): Refusal | null =>
  mustStand(into, 'into') ??
  (existsOn(into, validFrom)
    ? null
    : refusal(
        'unit.closed',
        `${into.unit} does not exist yet on ${validFrom}`,
        'Choose a day from its first one on.',
        'validFrom',
      ));

export function mergeUnits(state: UnitsState, command: MergeUnits): Decision<UnitsMerged> {
  const { region, units, into: name, validFrom, legalBasis, source } = command;
  const into = findUnit(state, name);
  if (into === undefined) return refused(unitUnknown(name, 'into'));
  return recordUnless(
    mustBeSeveral(command) ??
      mustBeExplained(command) ??
      mustReceive(into, command) ??
      firstRefusal(units, (unit) => mustMerge(state, unit, into, command)),
    () => ({
      type: 'UnitsMerged',
      data: { region, units: [...units], into: name, validFrom, legalBasis, source },
    }),
  );
}
