import type { DecimalText } from '@jejak/domain';

import type { RankingReply, RankingRow, ShownRegion } from '../ranking/ranking-reply';
import type { DisputeDocument, RecordedClaim } from './disputes';

/** What the record shows of a region that a claim is about. */
export interface RegionOnRecord {
  readonly region: string;
  readonly name: string | null;
  /** `unknown`: nobody has recorded a score of it. */
  readonly score: 'published' | 'unknown';
  readonly value: DecimalText | null;
  readonly status: RankingRow['status'] | null;
  /** What its own areas compute to; null where nothing can be computed. */
  readonly computed: DecimalText | null;
  readonly source: RankingRow['source'] | null;
  /** Null where no rank is certain; `rankBetween` and `rankWithheld` say what is. */
  readonly rank: number | null;
  readonly rankBetween: RankingRow['rankBetween'];
  readonly rankWithheld: RankingRow['rankWithheld'];
  /** As its publisher gave it. */
  readonly publishedRank: number | null;
}

export interface DisputeReply extends Omit<DisputeDocument, 'claims' | 'regions'> {
  readonly claims: readonly (Omit<RecordedClaim, 'about'> & {
    readonly about: readonly (RecordedClaim['about'][number] & { readonly name: string | null })[];
  })[];
  readonly record: {
    /** Each region that a claim names, by code. */
    readonly regions: readonly RegionOnRecord[];
    /** The rankings of their provinces, with everything they rest on. */
    readonly rankings: readonly RankingReply[];
  };
}

/**
 * All claims beside what the record shows, as of its latest scores. It says what is known and what is
 * not; which claim is right follows only where every score is known.
 */
export function besideTheRecord(
  { claims, regions, ...dispute }: DisputeDocument,
  rankings: readonly RankingReply[],
): DisputeReply {
  const shown = rankings.flatMap(({ rows, notRanked }): ShownRegion[] =>
    [...rows, ...notRanked].map(({ region }) => region),
  );
  const nameOf = (code: string): string | null =>
    shown.find((region) => region.code === code)?.name ?? null;
  const rows = rankings.flatMap((ranking) => ranking.rows);
  return {
    ...dispute,
    claims: claims.map(({ about, ...claim }) => ({
      ...claim,
      about: about.map((one) => ({ ...one, name: nameOf(one.region) })),
    })),
    record: {
      regions: regions.map((code) =>
        onRecord(
          code,
          nameOf(code),
          rows.find(({ region }) => region.code === code),
        ),
      ),
      rankings,
    },
  };
}

function onRecord(region: string, name: string | null, row: RankingRow | undefined) {
  return {
    region,
    name,
    score: row === undefined ? ('unknown' as const) : ('published' as const),
    value: row?.value ?? null,
    status: row?.status ?? null,
    computed: row?.computed ?? null,
    source: row?.source ?? null,
    rank: row?.rank ?? null,
    rankBetween: row?.rankBetween ?? null,
    rankWithheld: row?.rankWithheld ?? null,
    publishedRank: row?.publishedRank ?? null,
  };
}
