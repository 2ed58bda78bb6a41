import type { CalendarDate, Source } from '@jejak/domain';

import type { PactDocument } from './pact-register';

export interface CeremonyParty {
  readonly role: 'signatory' | 'witness' | 'group';
  /** Office of a party, or what a group is called. */
  readonly position: string;
  /** Null where no source gives it, and for groups. */
  readonly name: string | null;
  /** The region it signs for. */
  readonly region: string;
  readonly outside: boolean;
  /** 1 for a party; null for a group that no source counts. */
  readonly count: number | null;
}

/** A signing as an event: when, where and who, across regions. */
export interface PactCeremony {
  readonly pact: string;
  readonly region: string;
  readonly date: CalendarDate;
  readonly place: string | null;
  readonly occasion: string;
  readonly parties: readonly CeremonyParty[];
  /** Codes of all regions that took part, in order. */
  readonly regions: readonly string[];
  readonly source: Source | null;
}

/** The ceremony of a pact; names no source gives stay unknown. */
export function ceremonyOf(document: PactDocument): PactCeremony {
  const { pact, region, date, place, occasion, source } = document;
  const parties: CeremonyParty[] = [
    ...document.signatories.map((one) => ({
      role: 'signatory' as const,
      position: one.position,
      name: one.name,
      region: one.region ?? region,
      outside: one.outside,
      count: 1,
    })),
    ...document.witnesses.map(({ position, name }) => ({
      ...{ role: 'witness' as const, position, name, region, outside: false, count: 1 },
    })),
    ...document.symbolicSigners.map(({ group, count }) => ({
      ...{ role: 'group' as const, position: group, name: null, region, outside: false, count },
    })),
  ];
  const regions = [...new Set(parties.map((party) => party.region))].sort();
  return { pact, region, date, place, occasion, parties, regions, source };
}
