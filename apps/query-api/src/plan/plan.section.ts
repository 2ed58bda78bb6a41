import { planProgress, planProgressOn } from '@jejak/views';

import { asTheyStand, mostItems, type RegionSection } from '../region-page/section';

export const planSection: RegionSection = {
  name: 'plans',
  views: [planProgress],
  more: (region) => `/v1/plans?region=${region}`,
  async read(reading, region, asOf) {
    const found = await reading.documents(planProgress, {
      filter: { region },
      sort: { _id: 1 },
      limit: mostItems + 1,
    });
    const plans = found.map(({ document }) => planProgressOn(document, asOf.day));
    return asTheyStand(plans, asOf, ({ changedAt }) => changedAt);
  },
};
