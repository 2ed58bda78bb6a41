import type { RegionLevel } from '@jejak/domain/region/events';

import type { PublishedVersion } from '../framework-register/framework-register';
import { successionOf, type Succession } from './area-succession';

export type BreakKind =
  | 'framework-unknown'
  | 'framework-version-changed'
  | 'areas-changed'
  | 'weights-changed'
  | 'weights-assumed'
  | 'scale-changed'
  | 'bands-changed';

/** Why the totals of two consecutive years of a series are not of one kind. */
export interface SeriesBreak {
  readonly from: number;
  readonly to: number;
  readonly kinds: readonly BreakKind[];
  /** Of the areas that apply to the region; null where a framework is unknown. */
  readonly areas: Succession | null;
}

type Side = PublishedVersion | null;

/**
 * Null when the two years compare. `weights-assumed` where no source gives the weights of one of them:
 * how much of a change of the total comes from weights, nobody can tell.
 */
export function breakBetween(
  { from, to }: { readonly from: number; readonly to: number },
  [before, after]: readonly [before: Side, after: Side],
  level: RegionLevel,
): SeriesBreak | null {
  if (before === null || after === null)
    return before === after ? null : { from, to, kinds: ['framework-unknown'], areas: null };
  const areas = successionOf(applicable(before, level), applicable(after, level));
  const kinds = kindsOf(before, after, areas);
  return kinds.length === 0 ? null : { from, to, kinds, areas };
}

function kindsOf(
  before: PublishedVersion,
  after: PublishedVersion,
  { split, merged, disappeared, appeared, continued }: Succession,
): readonly BreakKind[] {
  const areasChanged = [split, merged, disappeared, appeared].some(({ length }) => length > 0);
  const weightIn = ({ areas }: PublishedVersion, id: string): string | undefined =>
    areas.find((area) => area.id === id)?.weight;
  const basis = [before.weightsBasis, after.weightsBasis];
  const holds: readonly (readonly [BreakKind, boolean])[] = [
    ['framework-version-changed', before.version !== after.version],
    ['areas-changed', areasChanged],
    ['weights-changed', continued.some(({ id }) => weightIn(before, id) !== weightIn(after, id))],
    ['weights-assumed', basis.includes('assumed-equal')],
    ['scale-changed', !same(before.scale, after.scale)],
    ['bands-changed', !same(before.bands, after.bands)],
  ];
  return holds.flatMap(([kind, isSo]) => (isSo ? [kind] : []));
}

const applicable = ({ areas }: PublishedVersion, level: RegionLevel) =>
  areas.filter(({ appliesTo }) => appliesTo.includes(level)).map(({ id, name }) => ({ id, name }));

/** Both come from the same form of event, so their fields stand in the same order. */
const same = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b);
