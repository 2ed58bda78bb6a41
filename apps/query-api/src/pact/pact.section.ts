import { pactOn, pactRegister } from '@jejak/views';

import { mostItems, type RegionSection } from '../region-page/section';

/** Pacts carry the days of what was signed, witnessed and published: any day can be answered for. */
export const pactSection: RegionSection = {
  name: 'pacts',
  views: [pactRegister],
  more: (region) => `/v1/pacts?region=${region}`,
  async read(reading, region, { day }) {
    const found = await reading.documents(pactRegister, {
      filter: { region },
      sort: { _id: 1 },
      limit: mostItems,
    });
    const items = found.flatMap(({ document }) => pactOn(document, day) ?? []);
    return { status: 'answered', items };
  },
};
