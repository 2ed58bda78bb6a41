import { complianceByYear, filingCounts, obligorCounts } from '@jejak/views';

import { answered, type RegionSection } from '../region-page/section';

/** More years than there have been reports (LHKPN since 2001). */
const mostYears = 100;

/** Both ratios over the obligors, year by year: counts of the day, and nobody's report. */
export const declarationSection: RegionSection = {
  name: 'declarations',
  views: [obligorCounts, filingCounts],
  more: (region) => `/v1/declarations?region=${region}`,
  async read(reading, region, { day }) {
    const obligors = await reading.document(obligorCounts, region);
    const filings = await reading.documents(filingCounts, {
      filter: { region },
      sort: { year: -1, _id: -1 },
      limit: mostYears,
    });
    const counts = filings.map(({ document }) => document);
    return answered(complianceByYear(obligors ?? { region, fields: {} }, counts, day));
  },
};
