import { complaintBoard, complaintsUntil } from '@jejak/views';

import { answered, type RegionSection } from '../region-page/section';

/** Counts up to the day: no complaint is named here, nor what it says or who made it. */
export const complaintSection: RegionSection = {
  name: 'complaints',
  views: [complaintBoard],
  more: (region) => `/v1/complaints?region=${region}`,
  async read(reading, region, { day }) {
    const document = await reading.document(complaintBoard, region);
    return answered(document === null ? [] : [complaintsUntil(document, day)]);
  },
};
