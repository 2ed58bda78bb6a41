import { feedOn, feedRegister } from '@jejak/views';

import { answeredFrom, type RegionSection } from '../region-page/section';

/** Systems that report about the region, from their registration on; their schemas are behind `more`. */
export const feedSection: RegionSection = {
  name: 'feeds',
  views: [feedRegister],
  more: (region) => `/v1/feeds?region=${region}`,
  read: (reading, region, { day }) =>
    answeredFrom(reading, feedRegister, {
      filter: { region },
      on: (document) => {
        const source = feedOn(document, day);
        if (source === null) return null;
        const types = source.types.map(({ type, version, reason, definedAt }) => ({
          ...{ type, version, reason, definedAt },
        }));
        return { ...source, types };
      },
    }),
};
