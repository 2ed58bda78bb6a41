import type { CalendarDate } from '@jejak/domain';
import { spellOn } from '@jejak/domain/unit';

import type { QueryFilter } from '../query';
import type { UnitDocument } from './unit-directory';

/** A unit as it is on one day. */
export type UnitOn = Omit<UnitDocument, 'existsFrom' | 'existsUntil'>;

/** The name and code of the day; the last ones where no day is asked. */
export function unitOn(
  { existsFrom: _, existsUntil: __, ...unit }: UnitDocument,
  day: CalendarDate | undefined,
): UnitOn {
  if (day === undefined) return unit;
  const name = spellOn(unit.names, day)?.value ?? unit.name;
  return { ...unit, name, code: spellOn(unit.codes, day)?.value ?? null };
}

/** The units that exist on a day; all there ever were where none is asked. */
export const existingOn = (day: CalendarDate | undefined): QueryFilter =>
  day === undefined ? {} : { existsFrom: { $lte: day }, existsUntil: { $gt: day } };
