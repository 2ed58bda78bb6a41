import { indexOn, indexRegister } from '@jejak/views';

import { answeredFrom, type RegionSection } from '../region-page/section';

/** What had been published of the region by the day, each value with its source. */
export const indicesSection: RegionSection = {
  name: 'indices',
  views: [indexRegister],
  more: (region) => `/v1/indices?region=${region}`,
  read: (reading, region, { day }) =>
    answeredFrom(reading, indexRegister, {
      filter: { region },
      sort: { year: -1, _id: -1 },
      on: (index) => indexOn(index, day),
    }),
};
