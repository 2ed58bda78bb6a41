import { gratificationLedger, gratificationOn } from '@jejak/views';

import { answeredFrom, type RegionSection } from '../region-page/section';

/** Reports of gifts, the latest receipt first: each step carries its day, and nobody is named. */
export const gratificationSection: RegionSection = {
  name: 'gratifications',
  views: [gratificationLedger],
  more: (region) => `/v1/gratifications?region=${region}`,
  read: (reading, region, { day }) =>
    answeredFrom(reading, gratificationLedger, {
      filter: { region, receivedOn: { $lte: day } },
      sort: { receivedOn: -1, _id: -1 },
      on: (report) => gratificationOn(report, day),
    }),
};
