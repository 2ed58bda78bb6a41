import type { ClaimRecorded } from '@jejak/domain/dispute/events';
import type { FrameworkKey } from '@jejak/domain/framework/events';

import { provinceOf } from '../province';
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
  /** Provinces that these are or are in. */
  readonly provinces: readonly string[];
  readonly changedAt: string;
}

export const disputeId = ({ instrument, year }: FrameworkKey): string => `${instrument}/${year}`;

/** One document per instrument and year that anybody disputes. */
export const disputes: FoldedView<DisputeDocument> = {
  name: 'disputes',
  version: 3,
  eventTypes: ['ClaimRecorded'],
  documentsOf: ({ event }) => (event.type === 'ClaimRecorded' ? [disputeId(event.data)] : []),
  apply(document, { event, metadata: { recordedAt } }) {
    if (event.type !== 'ClaimRecorded') return document;
    const { instrument, year, ...claim } = event.data;
    const claims = [...(document?.claims ?? []), { ...claim, recordedAt }];
    return {
      instrument,
      year,
      claims,
      ...placesOf(claims),
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
    { provinces: 1, _id: 1 },
    { provinces: 1, year: 1, _id: 1 },
    { provinces: 1, changedAt: 1, _id: 1 },
  ],
};

/** The regions that these claims name, and the provinces of them, each once. */
export function placesOf(
  claims: readonly RecordedClaim[],
): Pick<DisputeDocument, 'regions' | 'provinces'> {
  const regions = claims.flatMap(({ about }) => about.map(({ region }) => region));
  return {
    regions: [...new Set(regions)].sort(),
    provinces: [...new Set(regions.map(provinceOf))].sort(),
  };
}
