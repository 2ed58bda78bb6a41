import { indexOn, indexRegister } from '@jejak/views';

import { answeredFrom, type RegionSection } from '../region-page/section';
import { indexShown } from './index-shown';

/** What had been published of the region by the day, each value with its source. */
export const indicesSection: RegionSection = {
  name: 'indices',
  views: [indexRegister],
  policies: ['index-scales'],
  more: (region) => `/v1/indices?region=${region}`,
  read: (reading, region, { day }, unconfirmed) =>
    answeredFrom(reading, indexRegister, {
      filter: { region },
      sort: { year: -1, _id: -1 },
      on: (document) => {
        const index = indexOn(document, day);
        return index && indexShown(index, unconfirmed);
      },
    }),
};
