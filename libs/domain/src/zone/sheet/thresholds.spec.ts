import { sampleSheet } from '../../testing/zone-sheets';
import { answersWorth } from '../../testing/zones';
import type { DecimalText } from '../../values';
import { differenceOf } from '../../values/decimal';
import type { Predicate } from '../policy/predicate-name';
import type { Threshold } from '../policy/sheet';
import { checksOf } from './checks';
import { scoreOf, type ZoneScore } from './score';

const perfect = scoreOf(sampleSheet, answersWorth(100));

/** A score that is perfect but for the one figure a threshold asks for. */
function reaching({ of, part }: Threshold, value: DecimalText): ZoneScore {
  if (of !== 'area' && of !== 'indicator') return { ...perfect, [of]: value };
  const put = <Part extends { readonly id: string; readonly value: DecimalText }>(
    one: Part,
  ): Part => (one.id === part ? { ...one, value } : one);
  const areas = perfect.areas.map((area) =>
    of === 'area' ? put(area) : { ...area, indicators: area.indicators.map(put) },
  );
  return { ...perfect, areas };
}

const missed = (predicate: Predicate, score: ZoneScore) =>
  checksOf({ content: sampleSheet, unconfirmed: [] }, predicate, score)
    .filter(({ passed }) => !passed)
    .map(({ id, gap }) => [id, gap]);

const every = (['WBK', 'WBBM'] as const).flatMap((predicate) =>
  sampleSheet.thresholds[predicate].map(
    (threshold) => [predicate, threshold.id, threshold.minimum, threshold] as const,
  ),
);

describe('each threshold of a sheet', () => {
  it.each(every)('%s %s: %s passes, a hundredth below does not and is alone', (...given) => {
    const [predicate, id, minimum, threshold] = given;
    expect(missed(predicate, reaching(threshold, minimum))).toEqual([]);
    const below = differenceOf(minimum, '0.01');
    expect(missed(predicate, reaching(threshold, below))).toEqual([[id, '-0.01']]);
  });
});
