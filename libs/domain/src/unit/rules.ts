import type { Refusal } from '../decider';
import { mustBeDate } from '../rules/dates';
import { firstRefusal, refusal } from '../rules/refusal';
import { mustCite, mustNotBeBlank } from '../rules/text';
import type { CalendarDate } from '../values';
import { normalisedName } from '../values/name';
import type { UnitChange, UnitKind } from './events';
import { lastChange } from './history';
import type { Spell, Unit, UnitsState } from './state';

export const findUnit = ({ units }: UnitsState, name: string): Unit | undefined =>
  units.find(({ unit }) => unit === name);

export const unitUnknown = (unit: string, field = 'unit'): Refusal =>
  refusal(
    'unit.unit-unknown',
    `no unit "${unit}" is registered in the region`,
    'Register it first, or correct its identifier.',
    field,
  );

export const mustBeExplained = ({ validFrom, legalBasis, source }: UnitChange): Refusal | null =>
  mustBeDate('unit', 'validFrom', validFrom) ??
  mustNotBeBlank('unit', 'legalBasis', legalBasis) ??
  mustCite('unit', source);

export const mustStand = ({ unit, closedOn, mergedInto }: Unit, field = 'unit'): Refusal | null =>
  closedOn === null
    ? null
    : refusal(
        'unit.closed',
        `${unit} is no more since ${closedOn}${mergedInto === null ? '' : `, it went into ${mergedInto}`}`,
        'Use a unit that stands.',
        field,
      );

/** The history of a unit grows at its end: a change lies after every earlier one. */
export function mustComeAfter(unit: Unit, validFrom: CalendarDate): Refusal | null {
  const last = lastChange(unit);
  return last === null || last < validFrom
    ? null
    : refusal(
        'unit.before-last-change',
        `${unit.unit} changed last on ${last}`,
        `Give a day after ${last}.`,
        'validFrom',
      );
}

/** A district that is still divided into villages cannot go: they would lie nowhere. */
export function mustHaveNoParts({ units }: UnitsState, { unit }: Unit): Refusal | null {
  const part = units.find(({ parent, closedOn }) => parent === unit && closedOn === null);
  return part === undefined
    ? null
    : refusal(
        'unit.has-open-parts',
        `${part.unit} still belongs to ${unit}`,
        'Close, merge or recode its parts first.',
        'unit',
      );
}

/** Whether a spell that begins on the day and stays open meets this one. */
const meets = ({ until }: Spell, from: CalendarDate | null): boolean =>
  until === null || from === null || until > from;

/** Where a name must be unique: villages of two districts may share one, and a district's seat does. */
interface Scope {
  readonly unit: string;
  readonly kind: UnitKind;
  readonly parent: string | null;
}

export function nameMustBeFree(
  { units }: UnitsState,
  { unit, kind, parent }: Scope,
  name: string,
  from: CalendarDate | null,
): Refusal | null {
  const wanted = normalisedName(name);
  const rivals = units.filter(
    (one) => one.unit !== unit && one.kind === kind && one.parent === parent,
  );
  return firstRefusal(rivals, (rival) =>
    rival.names.some((spell) => normalisedName(spell.value) === wanted && meets(spell, from))
      ? refusal(
          'unit.name-taken',
          `${rival.unit} is called "${name}" then`,
          'Choose another name, or a day on which it is free.',
          'name',
        )
      : null,
  );
}

export const codeMustBeFree = (
  { units }: UnitsState,
  unit: string,
  code: string | null,
  from: CalendarDate | null,
): Refusal | null =>
  firstRefusal(units, (rival) =>
    rival.unit !== unit && rival.codes.some((spell) => spell.value === code && meets(spell, from))
      ? refusal(
          'unit.code-taken',
          `${rival.unit} has the code ${code ?? 'null'} then`,
          'Correct the code, or choose a day on which it is free.',
          'code',
        )
      : null,
  );
