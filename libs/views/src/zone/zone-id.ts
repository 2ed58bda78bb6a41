import type { CycleKey, UnitKey } from '@jejak/domain/zone';

/** Identifier of one unit's cycle: `36.04-disdukcapil-2021`, as in the name of its stream. */
export const zoneId = ({ region, unit, year }: CycleKey): string => `${region}-${unit}-${year}`;

/** Identifier of a unit: `36.04-disdukcapil`. */
export const zoneUnitId = ({ region, unit }: UnitKey): string => `${region}-${unit}`;
