import { Long } from 'mongodb';

/** As large and as deep as what the folded views store: about 400 bytes. */
export interface Score {
  readonly _id: string;
  readonly region: string;
  readonly name: string;
  readonly score: number;
  readonly areas: readonly { readonly area: string; readonly points: number }[];
  readonly position: { readonly commit: Long; readonly prepare: Long };
  readonly changedAt: Date;
}

export const regions = 500;

export const topSize = 50;

export const bulkSize = 500;

const areas = ['planning', 'procurement', 'licensing', 'oversight', 'personnel', 'revenue'];

/** Visits every number below `size` once before any comes again, in no order of the keys. */
export const scattered = (n: number, size: number): number => (n * 7_919) % size;

export const scoreId = (n: number): string => `MCP/2025/${String(n).padStart(8, '0')}`;

/** When documents were last changed: any moment, but the same in every run. */
const noon = Date.UTC(2025, 11, 31, 12);

/** What is stored of the n-th score after so many changes of it; every change changes every value. */
export function scoreFields(n: number, change: number): Omit<Score, '_id'> {
  const region = n % regions;
  const commit = Long.fromNumber(1e9 + n * 1_000 + change);
  return {
    region: `${11 + Math.floor(region / 99)}.${String((region % 99) + 1).padStart(2, '0')}`,
    name: `Kabupaten ${region}, dinas ${n}, perubahan ${change}`,
    score: ((n * 31 + change * 17) % 10_000) / 100,
    areas: areas.map((area, index) => ({ area, points: (n + index + change) % 101 })),
    position: { commit, prepare: commit },
    changedAt: new Date(noon + n + change * 1_000),
  };
}

export const scoreDocument = (n: number, change: number): Score => ({
  _id: scoreId(n),
  ...scoreFields(n, change),
});
