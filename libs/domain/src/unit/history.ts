import type { CalendarDate } from '../values';
import type { Spell, Unit } from './state';

/** Whether the unit exists on a day. A beginning that no source gives lies before every day. */
export const existsOn = ({ validFrom, closedOn }: Unit, day: CalendarDate): boolean =>
  (validFrom === null || validFrom <= day) && (closedOn === null || day < closedOn);

/** The name or code of a day; undefined where there was none. */
export const spellOn = (spells: readonly Spell[], day: CalendarDate): Spell | undefined =>
  spells.findLast(
    ({ from, until }) => (from === null || from <= day) && (until === null || day < until),
  );

/** The first day a change may take effect lies after this one; null where none is known. */
export function lastChange({ validFrom, names, codes }: Unit): CalendarDate | null {
  const days = [validFrom, ...[...names, ...codes].map(({ from }) => from)];
  return days.reduce((a, b) => (a === null || (b !== null && b > a) ? b : a), null);
}
