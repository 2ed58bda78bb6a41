import type { CalendarDate, Source } from '@jejak/domain';
import type { UnitKind } from '@jejak/domain/unit/events';
import type { Spell } from '@jejak/domain/unit';

import { continued } from '../continued';
import { provinceOf } from '../province';
import type { FoldedView } from '../view';

/** An office, district, village or service area with all it was called. */
export interface UnitDocument {
  readonly region: string;
  readonly province: string;
  readonly unit: string;
  readonly kind: UnitKind;
  readonly parent: string | null;
  /** The last name and code; see `names` and `codes` for a day's. */
  readonly name: string;
  readonly code: string | null;
  readonly names: readonly Spell[];
  readonly codes: readonly Spell[];
  readonly validFrom: CalendarDate | null;
  /** First day it is no more. */
  readonly closedOn: CalendarDate | null;
  readonly mergedInto: string | null;
  readonly source: Source | null;
  /** The same two days to be compared with any other: before all, after all, where there is none. */
  readonly existsFrom: CalendarDate;
  readonly existsUntil: CalendarDate;
  readonly registeredAt: string;
  readonly changedAt: string;
}

export const beforeAllDays: CalendarDate = '0000-01-01';
export const afterAllDays: CalendarDate = '9999-12-31';

const idOf = (region: string, unit: string): string => `${region}/${unit}`;

const ended = (spells: readonly Spell[], until: CalendarDate): readonly Spell[] =>
  spells.map((spell) => (spell.until === null ? { ...spell, until } : spell));

const followed = (
  spells: readonly Spell[],
  value: string,
  from: CalendarDate,
): readonly Spell[] => [...ended(spells, from), { value, from, until: null }];

const closed = (
  unit: UnitDocument,
  on: CalendarDate,
  mergedInto: string | null,
): Partial<UnitDocument> => ({
  closedOn: on,
  existsUntil: on,
  mergedInto,
  names: ended(unit.names, on),
  codes: ended(unit.codes, on),
});

/** One document per unit, `<region>/<unit>`. */
export const unitDirectory: FoldedView<UnitDocument> = {
  name: 'unit-directory',
  version: 2,
  eventTypes: ['UnitRegistered', 'UnitRenamed', 'UnitRecoded', 'UnitsMerged', 'UnitClosed'],
  documentsOf({ event }) {
    if (event.type === 'UnitsMerged') {
      return event.data.units.map((unit) => idOf(event.data.region, unit));
    }
    const isOfUnit =
      event.type === 'UnitRegistered' ||
      event.type === 'UnitRenamed' ||
      event.type === 'UnitRecoded' ||
      event.type === 'UnitClosed';
    return isOfUnit ? [idOf(event.data.region, event.data.unit)] : [];
  },
  apply(document, { event, metadata: { recordedAt } }, id) {
    if (event.type === 'UnitRegistered') {
      const { name, code, validFrom } = event.data;
      const spell = (value: string): Spell => ({ value, from: validFrom, until: null });
      return {
        ...event.data,
        province: provinceOf(event.data.region),
        names: [spell(name)],
        codes: code === null ? [] : [spell(code)],
        closedOn: null,
        mergedInto: null,
        existsFrom: validFrom ?? beforeAllDays,
        existsUntil: afterAllDays,
        registeredAt: recordedAt,
        changedAt: recordedAt,
      };
    }
    const before = continued(document, id);
    const changed = { ...before, changedAt: recordedAt };
    if (event.type === 'UnitRenamed') {
      const { name, validFrom } = event.data;
      return { ...changed, name, names: followed(before.names, name, validFrom) };
    }
    if (event.type === 'UnitRecoded') {
      const { code, validFrom } = event.data;
      return { ...changed, code, codes: followed(before.codes, code, validFrom) };
    }
    if (event.type === 'UnitsMerged') {
      return { ...changed, ...closed(before, event.data.validFrom, event.data.into) };
    }
    if (event.type === 'UnitClosed') {
      return { ...changed, ...closed(before, event.data.validFrom, null) };
    }
    return before;
  },
  indexes: [
    { region: 1, _id: 1 },
    { region: 1, name: 1, _id: 1 },
    { province: 1, _id: 1 },
    { province: 1, name: 1, _id: 1 },
    { kind: 1, _id: 1 },
    { kind: 1, name: 1, _id: 1 },
    { parent: 1, _id: 1 },
    { parent: 1, name: 1, _id: 1 },
    { name: 1, _id: 1 },
  ],
};
