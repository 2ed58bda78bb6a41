import { disputeOn, disputes } from '@jejak/views';

import { answeredFrom, type RegionSection } from '../region-page/section';

/** Results of which somebody claimed something about the region, with every claim up to the day. */
export const disputeSection: RegionSection = {
  name: 'disputes',
  views: [disputes],
  more: (region) => `/v1/scores/disputes?region=${region}`,
  read: (reading, region, { day }) =>
    answeredFrom(reading, disputes, {
      filter: { regions: region },
      on: (document) => {
        const dispute = disputeOn(document, day);
        return dispute?.regions.includes(region) === true ? dispute : null;
      },
    }),
};
