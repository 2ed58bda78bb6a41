import type { CalendarDate, DecimalText, Source } from '@jejak/domain';
import { percentSigned } from '@jejak/domain/pact';
import type { ZoneDeclared } from '@jejak/domain/zone';

import { continued } from '../continued';
import { provinceOf } from '../province';
import type { FoldedView } from '../view';

/** How many of the staff had signed their integrity pact by a day. */
export interface CoverageOfDay {
  readonly asOf: CalendarDate;
  readonly staff: number;
  readonly signed: number;
  readonly percent: DecimalText;
  /** Signatures still owed: whoever had not signed may do so later. */
  readonly owed: number;
  readonly recordedAt: string;
}

/** The declaration (pencanangan) of one government, and what is left of the signatures it owes. */
export interface ZoneDeclarationDocument extends Omit<CoverageOfDay, 'recordedAt'> {
  readonly region: string;
  readonly province: string;
  readonly declaredOn: CalendarDate;
  readonly publication: string;
  readonly witnesses: readonly string[];
  readonly source: Source | null;
  /** Version of `zone-sheet` that said how much coverage was needed. */
  readonly policyVersion: number;
  /** Every count, the one of the declaration first. */
  readonly counts: readonly CoverageOfDay[];
  readonly changedAt: string;
}

/** One document per government that has declared an integrity zone. */
export const zoneDeclarations: FoldedView<ZoneDeclarationDocument> = {
  name: 'zone-declarations',
  version: 2,
  eventTypes: ['ZoneDeclared', 'PactCoverageRecorded'],
  documentsOf: ({ event }) =>
    event.type === 'ZoneDeclared' || event.type === 'PactCoverageRecorded'
      ? [event.data.region]
      : [],
  apply(document, { event, metadata: { recordedAt } }, region) {
    if (event.type === 'ZoneDeclared') {
      const { declaredOn, publication, witnesses, source, policyVersion } = event.data;
      const province = provinceOf(region);
      const described = {
        region,
        province,
        declaredOn,
        publication,
        witnesses,
        source,
        policyVersion,
      };
      return withCount({ ...described, counts: [] }, countOf(event.data, declaredOn, recordedAt));
    }
    const before = continued(document, region);
    if (event.type !== 'PactCoverageRecorded') return before;
    return withCount(before, countOf(event.data, event.data.asOf, recordedAt));
  },
  indexes: [
    { region: 1, _id: 1 },
    { declaredOn: 1, _id: 1 },
    { region: 1, declaredOn: 1, _id: 1 },
    { province: 1, _id: 1 },
    { province: 1, declaredOn: 1, _id: 1 },
  ],
};

const countOf = (
  { coverage: { staff, signed }, owed }: Pick<ZoneDeclared['data'], 'coverage' | 'owed'>,
  asOf: CalendarDate,
  recordedAt: string,
): CoverageOfDay => ({
  ...{ asOf, staff, signed, owed, recordedAt },
  percent: percentSigned(signed, staff),
});

type Described = Pick<
  ZoneDeclarationDocument,
  | 'region'
  | 'province'
  | 'declaredOn'
  | 'publication'
  | 'witnesses'
  | 'source'
  | 'policyVersion'
  | 'counts'
>;

const withCount = (before: Described, count: CoverageOfDay): ZoneDeclarationDocument => {
  const { region, province, declaredOn, publication, witnesses, source, policyVersion, counts } =
    before;
  const { recordedAt: changedAt, ...latest } = count;
  return {
    ...{ region, province, declaredOn, publication, witnesses, source, policyVersion },
    ...latest,
    counts: [...counts, count],
    changedAt,
  };
};

/** A declaration with the coverage counted by the end of a day; null before it was made. */
export function zoneDeclarationOn(
  document: ZoneDeclarationDocument,
  day: CalendarDate,
): ZoneDeclarationDocument | null {
  if (document.declaredOn > day) return null;
  const counts = document.counts.filter(({ asOf }) => asOf <= day);
  const last = counts.at(-1);
  return last ? { ...withCount(document, last), counts } : null;
}
