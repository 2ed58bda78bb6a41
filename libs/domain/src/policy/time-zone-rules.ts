import type { TimeZones } from '../calendar';
import type { Refusal } from '../decider';
import { firstRefusal } from '../rules/refusal';
import { invalidContent, repeated } from './invalid-content';

/** Quarter hours from UTC-12 to UTC+14: what zones of the world are made of. */
const isOffset = (minutes: number): boolean =>
  minutes % 15 === 0 && minutes >= -720 && minutes <= 840;

export function timeZonesMustBeSound({ zones }: TimeZones): Refusal | null {
  const twice = repeated(zones.flatMap(({ provinces }) => provinces));
  if (twice) {
    return invalidContent(
      'zones',
      `province ${twice.value} lives by two zones`,
      'Name each province in one zone.',
    );
  }
  return firstRefusal(zones, ({ id, offsetMinutes, provinces }, index) => {
    if (!/^[A-Z]{1,8}$/.test(id)) {
      return invalidContent(
        `zones[${index}].id`,
        `"${id.slice(0, 40)}" is not the name of a zone`,
        'Give 1 to 8 capital letters, such as WIB.',
      );
    }
    if (!isOffset(offsetMinutes)) {
      return invalidContent(
        `zones[${index}].offsetMinutes`,
        `${id} is ${offsetMinutes} minutes ahead of UTC`,
        'Give quarter hours from -720 to 840 minutes.',
      );
    }
    const stranger = provinces.find((province) => !/^\d{2}$/.test(province));
    return stranger === undefined
      ? null
      : invalidContent(
          `zones[${index}].provinces`,
          `"${stranger.slice(0, 40)}" is not the code of a province`,
          'Give codes of two digits, such as 36.',
        );
  });
}
