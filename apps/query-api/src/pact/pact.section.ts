import { pactOn, pactRegister } from '@jejak/views';

import { answeredFrom, type RegionSection } from '../region-page/section';

/** Pacts carry the days of what was signed, witnessed and published: any day can be answered for. */
export const pactSection: RegionSection = {
  name: 'pacts',
  views: [pactRegister],
  more: (region) => `/v1/pacts?region=${region}`,
  read: (reading, region, { day }) =>
    answeredFrom(reading, pactRegister, {
      filter: { region, date: { $lte: day } },
      sort: { date: -1, _id: -1 },
      on: (pact) => pactOn(pact, day),
    }),
};
