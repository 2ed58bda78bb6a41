import { evidenceProgress, evidenceProgressOn } from '@jejak/views';

import { answeredFrom, type RegionSection } from '../region-page/section';

/** How complete each scorecard is: areas with a score, documents handed in, late, judged. */
export const evidenceSection: RegionSection = {
  name: 'evidence',
  views: [evidenceProgress],
  more: (region) => `/v1/evidence?region=${region}`,
  read: (reading, region, { day }) =>
    answeredFrom(reading, evidenceProgress, {
      filter: { region },
      on: (scorecard) => evidenceProgressOn(scorecard, day),
    }),
};
