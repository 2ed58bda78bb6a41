import { supervisionOn, supervisionRegister } from '@jejak/views';

import { answeredFrom, type RegionSection } from '../region-page/section';
import { supervisionShown } from './supervision-shown';

/** Meetings up to the day, with what had become of their recommendations by then. */
export const supervisionSection: RegionSection = {
  name: 'supervision',
  views: [supervisionRegister],
  policies: ['supervision-terms'],
  more: (region) => `/v1/supervision?region=${region}`,
  read: (reading, region, { day }, unconfirmed) =>
    answeredFrom(reading, supervisionRegister, {
      filter: { region, date: { $lte: day } },
      sort: { date: -1, _id: -1 },
      on: (document) => {
        const meeting = supervisionOn(document, day);
        return meeting && supervisionShown(meeting, unconfirmed);
      },
    }),
};
