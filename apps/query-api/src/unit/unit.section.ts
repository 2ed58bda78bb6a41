import { allOf, existingOn, unitDirectory, unitOn } from '@jejak/views';

import { answeredFrom, type RegionSection } from '../region-page/section';

/** The units of the day under the names of the day: their history is kept, so any day can be asked. */
export const unitSection: RegionSection = {
  name: 'units',
  views: [unitDirectory],
  more: (region) => `/v1/units?region=${region}`,
  read: (reading, region, { day }) =>
    answeredFrom(reading, unitDirectory, {
      filter: allOf({ region }, existingOn(day)),
      on: (unit) => unitOn(unit, day),
    }),
};
