import type { CalendarDate, DecimalText, Source } from '@jejak/domain';
import type { UnitSignaturesCounted } from '@jejak/domain/pact/coverage/events';

import { provinceOf } from '../province';
import type { FoldedView } from '../view';

export interface CoverageCount {
  readonly staff: number;
  readonly signed: number;
  readonly percent: DecimalText;
  readonly asOf: CalendarDate;
  readonly source: Source;
  readonly recordedAt: string;
}

/** How many of one unit have signed: its latest count, and every count there was. */
export interface PactCoverageDocument extends CoverageCount {
  readonly region: string;
  readonly province: string;
  readonly unit: string;
  readonly unitName: string;
  /** By day, then in the order of recording; two sources of one day both stay. */
  readonly counts: readonly CoverageCount[];
}

/** One document per unit. The latest count is that of the latest day, recorded last. */
export const pactCoverage: FoldedView<PactCoverageDocument> = {
  name: 'pact-coverage',
  version: 3,
  eventTypes: ['UnitSignaturesCounted'],
  documentsOf: ({ event }) => (event.type === 'UnitSignaturesCounted' ? [idOf(event.data)] : []),
  apply(document, { event, metadata: { recordedAt } }) {
    if (event.type !== 'UnitSignaturesCounted') return document;
    const { region, unit, unitName, staff, signed, percent, asOf, source } = event.data;
    const count = { staff, signed, percent, asOf, source, recordedAt };
    const counts = [...(document?.counts ?? []), count].toSorted((a, b) =>
      a.asOf === b.asOf ? 0 : a.asOf < b.asOf ? -1 : 1,
    );
    const province = provinceOf(region);
    return { region, province, unit, unitName, ...(counts.at(-1) ?? count), counts };
  },
  indexes: [
    { region: 1, _id: 1 },
    { region: 1, asOf: 1, _id: 1 },
    { province: 1, _id: 1 },
    { province: 1, asOf: 1, _id: 1 },
    { unit: 1, _id: 1 },
    { unit: 1, asOf: 1, _id: 1 },
    { asOf: 1, _id: 1 },
  ],
};

const idOf = ({ region, unit }: UnitSignaturesCounted['data']): string => `${region}/${unit}`;
