import type { Source } from '@jejak/domain';

/** How much of a year is generated. */
export interface YearScale {
  readonly subIndicators: number;
  /** Documents asked of each region, over all sub-indicators. */
  readonly documents: number;
  /** Periodic wealth reports handed in, about. */
  readonly filings: number;
  /** Units on their way to a predicate. */
  readonly zoneUnits: number;
}

export interface YearSettings extends YearScale {
  readonly seed: number;
  /** The year that is generated; it must be over, its wealth reports too. */
  readonly year: number;
}

/**
 * The size of a province's year: 122 sub-indicators (2025; jogja.viva.co.id), about 660 documents
 * for one government (malukuutara.disway.id, 2025-10). 30 units and 10,000 reports are round numbers.
 */
export const wholeYear: YearSettings = {
  seed: 1,
  year: 2024,
  subIndicators: 122,
  documents: 660,
  filings: 10_000,
  zoneUnits: 30,
};

/** What every generated record says of itself: none of it happened. */
export const generatedBy = ({ seed }: Pick<YearSettings, 'seed'>): Source => ({
  id: 'CONTOH',
  citation: `generated with seed ${seed}: an example, no fact about anybody (data contoh)`,
});

/** No instrument of anybody's, so that nothing generated stands in a ranking of published scores. */
export const sampleInstrument = 'CONTOH';
