import { provinceOf, ranking, scoresHolding, scoresKnown } from '@jejak/views';

import { mostItems, type RegionSection } from '../region-page/section';

/** The score of each instrument and year that holds on the day, by the days the scores speak of. */
export const scoreSection: RegionSection = {
  name: 'scores',
  views: [ranking],
  more: (region) => `/v1/audit/trail?type=PublishedScoreRecorded&region=${region}`,
  async read(reading, region, { day }) {
    const found = await reading.documents(ranking, {
      filter: { province: provinceOf(region) },
      sort: { instrument: 1, year: 1, _id: 1 },
      limit: mostItems + 1,
    });
    const items = found.flatMap(({ document }) => {
      const score = scoresHolding(scoresKnown(document, undefined), day).get(region);
      if (score === undefined) return [];
      const { instrument, year } = document;
      const { status, asOf, source, publication, publishedRank, computed } = score.record;
      const published = { status, asOf, source, publication, publishedRank, computed };
      return [{ instrument, year, value: score.value, ...published, amended: score.amendment }];
    });
    return { status: 'answered', items, truncated: found.length > mostItems };
  },
};
