import type { ClaimRecorded } from '@jejak/domain/dispute/events';
import type { FrameworkKey } from '@jejak/domain/framework/events';

import type { FoldedView } from '../view';

export interface RecordedClaim extends Omit<ClaimRecorded['data'], keyof FrameworkKey> {
  readonly recordedAt: string;
}

/** Everything claimed in public about the results of one instrument and year. */
export interface DisputeDocument extends FrameworkKey {
  /** In the order of recording. */
  readonly claims: readonly RecordedClaim[];
  /** Regions that any claim names, by code. */
  readonly regions: readonly string[];
  readonly changedAt: string;
}

export const disputeId = ({ instrument, year }: FrameworkKey): string => `${instrument}/${year}`;

/** One document per instrument and year that anybody disputes. */
export const disputes: FoldedView<DisputeDocument> = {
  name: 'disputes',
  version: 2,
  readsFrom: 1,
  eventTypes: ['ClaimRecorded'],
  documentsOf: ({ event }) => (event.type === 'ClaimRecorded' ? [disputeId(event.data)] : []),
  apply(document, { event, metadata: { recordedAt } }) {
    if (event.type !== 'ClaimRecorded') return document;
    const { instrument, year, ...claim } = event.data;
    const regions = [...(document?.regions ?? []), ...claim.about.map(({ region }) => region)];
    return {
      instrument,
      year,
      claims: [...(document?.claims ?? []), { ...claim, recordedAt }],
      regions: [...new Set(regions)].sort(),
      changedAt: recordedAt,
    };
  },
  indexes: [
    { year: 1, _id: 1 },
    { changedAt: 1, _id: 1 },
    { instrument: 1, _id: 1 },
    { instrument: 1, year: 1, _id: 1 },
    { instrument: 1, changedAt: 1, _id: 1 },
    { regions: 1, _id: 1 },
    { regions: 1, year: 1, _id: 1 },
    { regions: 1, changedAt: 1, _id: 1 },
  ],
};
