import { informationOn, informationRegister } from '@jejak/views';

import { answeredFrom, type RegionSection } from '../region-page/section';
import { informationShown } from './information-shown';

/** Requests and objections, the latest first: every step carries its day. No requester is named. */
export const informationSection: RegionSection = {
  name: 'informationRequests',
  views: [informationRegister],
  policies: ['information-terms'],
  more: (region) => `/v1/information-requests?region=${region}`,
  read: (reading, region, { day }, unconfirmed) =>
    answeredFrom(reading, informationRegister, {
      filter: { region, receivedOn: { $lte: day } },
      sort: { receivedOn: -1, _id: -1 },
      on: (document) => {
        const request = informationOn(document, day);
        return request && informationShown(request, unconfirmed);
      },
    }),
};
