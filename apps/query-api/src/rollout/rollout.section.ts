import { rolloutMap, rolloutRegister } from '@jejak/views';

import { mostItems, type RegionSection } from '../region-page/section';

/** The map of one region: dates are kept as exact as they are, so any day can be asked. */
export const rolloutSection: RegionSection = {
  name: 'systems',
  views: [rolloutRegister],
  async read(reading, region, { day }) {
    const found = await reading.documents(rolloutRegister, {
      filter: { region },
      sort: { _id: 1 },
      limit: mostItems + 1,
    });
    const documents = found.slice(0, mostItems).map(({ document }) => document);
    const items = rolloutMap(documents, day).flatMap(({ module, systems }) =>
      systems.map(({ region: _, ...system }) => ({ module, ...system })),
    );
    return { status: 'answered', items, truncated: found.length > mostItems };
  },
  more: (region) => `/v1/rollouts?region=${region}`,
};
