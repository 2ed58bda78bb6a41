import type { Refusal } from '../decider';
import { mustBeDecimal } from '../rules/numbers';
import { firstRefusal, refusal } from '../rules/refusal';
import { mustBeSlug } from '../rules/text';
import { compareDecimals } from '../values/decimal';
import type { ColourBand, FrameworkContent } from './events';

const doNotCover = (reason: string): Refusal =>
  refusal(
    'framework.bands-do-not-cover',
    reason,
    'Let the bands run from the minimum to the maximum of the scale without gap or overlap.',
    'content.bands',
  );

const mustBeReadable = (band: ColourBand): Refusal | null =>
  mustBeSlug('framework', 'content.bands.id', band.id) ??
  mustBeDecimal('framework', `from of band ${band.id}`, band.from) ??
  mustBeDecimal('framework', `to of band ${band.id}`, band.to);

function mustFollow(band: ColourBand, start: string): Refusal | null {
  if (compareDecimals(band.from, start) !== 0) {
    return doNotCover(`band ${band.id} begins at ${band.from} where ${start} was expected`);
  }
  return compareDecimals(band.from, band.to) < 0
    ? null
    : doNotCover(`band ${band.id} from ${band.from} to ${band.to} holds no score`);
}

/**
 * Every score has exactly one colour. KPK used red 0-25, yellow 25-50, blue 50-75 and green 75-100
 * from 2019 to 2023 (viva.co.id 2020, papua.lelemuku.id 2023-11); the edges were not said to be
 * open or closed, and counting an edge to the upper band is Jejak's own decision. The order in
 * which the bands are listed does not matter.
 */
export function bandsMustCoverScale({ bands, scale }: FrameworkContent): Refusal | null {
  if (bands === null) return null;
  const unreadable = firstRefusal(bands, mustBeReadable);
  if (unreadable) return unreadable;
  const rising = [...bands].sort((a, b) => compareDecimals(a.from, b.from));
  const broken = firstRefusal(rising, (band, index) =>
    mustFollow(band, rising[index - 1]?.to ?? scale.minimum),
  );
  if (broken) return broken;
  const top = rising.at(-1)?.to ?? scale.minimum;
  return compareDecimals(top, scale.maximum) === 0
    ? null
    : doNotCover(`the bands end at ${top}, the scale at ${scale.maximum}`);
}
