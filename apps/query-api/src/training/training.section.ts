import { trainingOn, trainingRegister, undatedSince } from '@jejak/views';

import { asTheyStand, mostItems, type RegionSection } from '../region-page/section';

/**
 * Sessions and assessments carry their days; how many took part or were to be assessed does not, so a
 * day before that was recorded cannot be answered for.
 */
export const trainingSection: RegionSection = {
  name: 'trainings',
  views: [trainingRegister],
  more: (region) => `/v1/trainings?region=${region}`,
  async read(reading, region, asOf) {
    const found = await reading.documents(trainingRegister, {
      filter: { region },
      sort: { _id: 1 },
      limit: mostItems + 1,
    });
    const items = found.flatMap(({ document }) => trainingOn(document, asOf.day) ?? []);
    const since = new Map(found.map(({ document: one }) => [one.training, undatedSince(one)]));
    return asTheyStand(items, asOf, ({ training }) => since.get(training) ?? null);
  },
};
