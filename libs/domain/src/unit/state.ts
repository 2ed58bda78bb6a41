import { CorruptStreamError } from '../corrupt-stream';
import type { CalendarDate } from '../values';
import type { UnitEvent, UnitKind } from './events';

/** A name or code with the days it held: from the first to the day before `until`; null is open. */
export interface Spell {
  readonly value: string;
  readonly from: CalendarDate | null;
  readonly until: CalendarDate | null;
}

export interface Unit {
  readonly unit: string;
  readonly kind: UnitKind;
  readonly parent: string | null;
  readonly validFrom: CalendarDate | null;
  /** First day it is no more; null while it is. */
  readonly closedOn: CalendarDate | null;
  readonly mergedInto: string | null;
  /** Oldest first, without overlap; the last is open while the unit is. */
  readonly names: readonly Spell[];
  readonly codes: readonly Spell[];
}

/**
 * All units of one region in one stream. A name is unique among them, and a merger ends several at
 * once: both are decisions over the whole, which one stream makes atomic. Some four hundred units a
 * region and few changes a year keep it short.
 */
export interface UnitsState {
  readonly units: readonly Unit[];
}

export const initialState = (): UnitsState => ({ units: [] });

export function evolve(state: UnitsState, event: UnitEvent): UnitsState {
  const { validFrom } = event.data;
  switch (event.type) {
    case 'UnitRegistered': {
      const { unit, kind, parent, name, code } = event.data;
      const spell = (value: string): Spell => ({ value, from: validFrom, until: null });
      const codes = code === null ? [] : [spell(code)];
      const registered = { unit, kind, parent, validFrom, closedOn: null, mergedInto: null };
      return { units: [...state.units, { ...registered, names: [spell(name)], codes }] };
    }
    case 'UnitRenamed': {
      const { unit, name } = event.data;
      return changed(state, event, [unit], (one) => ({
        names: follow(one.names, name, validFrom),
      }));
    }
    case 'UnitRecoded': {
      const { unit, code } = event.data;
      return changed(state, event, [unit], (one) => ({
        codes: follow(one.codes, code, validFrom),
      }));
    }
    case 'UnitsMerged': {
      const { units, into } = event.data;
      return changed(state, event, units, (one) => ended(one, validFrom, into));
    }
    case 'UnitClosed':
      return changed(state, event, [event.data.unit], (one) => ended(one, validFrom, null));
  }
}

function changed(
  { units }: UnitsState,
  { type }: UnitEvent,
  which: readonly string[],
  change: (unit: Unit) => Partial<Unit>,
): UnitsState {
  for (const name of which) {
    if (!units.some(({ unit }) => unit === name)) throw new CorruptStreamError(type, `no ${name}`);
  }
  return {
    units: units.map((one) => (which.includes(one.unit) ? { ...one, ...change(one) } : one)),
  };
}

const end = (spells: readonly Spell[], until: CalendarDate | null): readonly Spell[] =>
  spells.map((spell) => (spell.until === null ? { ...spell, until } : spell));

const follow = (
  spells: readonly Spell[],
  value: string,
  from: CalendarDate | null,
): readonly Spell[] => [...end(spells, from), { value, from, until: null }];

const ended = (
  unit: Unit,
  closedOn: CalendarDate | null,
  mergedInto: string | null,
): Partial<Unit> => ({
  closedOn,
  mergedInto,
  names: end(unit.names, closedOn),
  codes: end(unit.codes, closedOn),
});
