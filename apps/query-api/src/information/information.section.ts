import { informationOn, informationRegister } from '@jejak/views';

import { answeredFrom, type RegionSection } from '../region-page/section';

/** Requests and objections, the latest first: every step carries its day. No requester is named. */
export const informationSection: RegionSection = {
  name: 'informationRequests',
  views: [informationRegister],
  more: (region) => `/v1/information-requests?region=${region}`,
  read: (reading, region, { day }) =>
    answeredFrom(reading, informationRegister, {
      filter: { region, receivedOn: { $lte: day } },
      sort: { receivedOn: -1, _id: -1 },
      on: (request) => informationOn(request, day),
    }),
};
