import { allOf, existingOn, unitDirectory, unitOn } from '@jejak/views';

import { mostItems, type RegionSection } from '../region-page/section';

/** The units of the day under the names of the day: their history is kept, so any day can be asked. */
export const unitSection: RegionSection = {
  name: 'units',
  views: [unitDirectory],
  async read(reading, region, { day }) {
    const found = await reading.documents(unitDirectory, {
      filter: allOf({ region }, existingOn(day)),
      sort: { _id: 1 },
      limit: mostItems,
    });
    return { status: 'answered', items: found.map(({ document }) => unitOn(document, day)) };
  },
  more: (region) => `/v1/units?region=${region}`,
};
