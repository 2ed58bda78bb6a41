import { planProgress } from '@jejak/views';

import { asTheyStand, mostItems, type RegionSection } from '../region-page/section';
import { planShown } from './plan-shown';

export const planSection: RegionSection = {
  name: 'plans',
  views: [planProgress],
  policies: ['plan-checkpoints'],
  more: (region) => `/v1/plans?region=${region}`,
  async read(reading, region, asOf, unconfirmed) {
    const found = await reading.documents(planProgress, {
      filter: { region },
      sort: { _id: 1 },
      limit: mostItems + 1,
    });
    const plans = found.map(({ document }) => planShown(document, asOf.day, unconfirmed));
    return asTheyStand(plans, asOf, ({ changedAt }) => changedAt);
  },
};
